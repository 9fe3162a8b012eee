using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;

namespace PolicyBot.Answers;

/// <summary>
/// Hears whether a few words typed in answer to a question are a worry. Alone they mean too little to be heard as a
/// message is: "nah, none of them" is like nothing that was ever authored, and what is like nothing may be anything.
/// </summary>
internal sealed class ReplyEar
{
    public const string FileName = "replies.yaml";

    /// <summary>More words than these speak for themselves.</summary>
    private const int MostWords = 8;

    private const int Calm = 0, Worry = 1;

    private readonly FeatureSpace _space;
    private readonly LinearClassifier _machine;

    private ReplyEar(FeatureSpace space, LinearClassifier machine) => (_space, _machine) = (space, machine);

    public static ReplyEar Train(IReadOnlyList<(Message Message, bool IsWorry)> lines)
    {
        var features = lines.AsParallel().AsOrdered().Select(line => Features.Of(line.Message)).ToList();
        var space = new FeatureSpace(features);
        return new ReplyEar(space, LinearClassifier.Train([.. features.Select(space.Vector)], [.. lines.Select(line => line.IsWorry ? Worry : Calm)], 2, space.Count, .02f));
    }

    /// <returns>How far they are on the side of an answer: 1 is plainly so, below 0 is more like a worry. Many words never are.</returns>
    public float CalmOf(Message message)
    {
        if (message.Words.Count > MostWords)
            return float.NegativeInfinity;

        Span<float> scores = stackalloc float[2];
        _machine.Score(_space.Vector(Features.Of(message)), scores);
        return scores[Calm] - scores[Worry];
    }

    public void Write(BinaryWriter file)
    {
        _space.Write(file);
        _machine.Write(file);
    }

    public static ReplyEar Read(BinaryReader file) => new(FeatureSpace.Read(file), LinearClassifier.Read(file));
}

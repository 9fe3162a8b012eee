using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Conversations;

public sealed class ConversationTests(TranscriptBots bots) : IClassFixture<TranscriptBots>
{
    public static MatrixTheoryData<string, string> Transcripts =>
        new(Directory.GetFiles(Transcript.Folder(), "*.txt").Select(file => Path.GetFileName(file)!)
            .Where(file => !file.EndsWith(".received.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal), TestDatabase.Both.Select(row => row.Data));

    [Theory, MemberData(nameof(Transcripts))]
    public async Task The_bot_says_what_was_approved(string file, string provider)
    {
        var transcript = Transcript.Read(file);
        await using var stage = await bots.OpenAsync(transcript.Name, provider, transcript.IsAlone);

        var played = await transcript.PlayAsync(stage);

        if (played != transcript.Approved)
            transcript.Keep(played);

        Assert.Equal(transcript.Approved, played);
    }
}

using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Conversations;

public sealed class ConversationTests(SharedBot shared)
{
    public static TheoryData<string> Transcripts =>
        [.. Directory.GetFiles(Transcript.Folder(), "*.txt").Select(file => Path.GetFileName(file)!)
            .Where(file => !file.EndsWith(".received.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Transcripts))]
    public async Task The_bot_says_what_was_approved(string file)
    {
        var transcript = new Transcript(file, shared.Host);

        var played = await transcript.PlayAsync();

        if (played != transcript.Approved)
            transcript.Keep(played);

        Assert.Equal(transcript.Approved, played);
    }
}

using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Benchmarks.WholeRound;

/// <summary>Whether a message can reach somebody.</summary>
internal enum Access
{
    HasTheBot,
    BlocksIt,

    /// <summary>A guest, or an account that was forgotten when the bot was installed for all.</summary>
    WithoutIt,
    OnPaper,
}

internal sealed record Colleague(int Number, Access Access)
{
    public Person Person { get; } = Person.Numbered(Number);

    public string Id => Access is Access.OnPaper ? $"W-{Number}" : Person.EntraId;
}

/// <summary>Everybody who works at the schools of a trust of any size. Of a hundred, one has blocked the bot, one has not got it, and one signs on paper.</summary>
internal sealed class Trust
{
    private const int Batch = 500;

    public Trust(int staff)
    {
        Staff = [.. Enumerable.Range(0, staff).Select(number => new Colleague(number, (number % 100) switch { 1 => Access.BlocksIt, 2 => Access.WithoutIt, 3 => Access.OnPaper, _ => Access.HasTheBot }))];
        Reachable = [.. Staff.Where(colleague => colleague.Access is Access.HasTheBot)];
    }

    public IReadOnlyList<Colleague> Staff { get; }

    /// <summary>Those that a message can reach.</summary>
    public IReadOnlyList<Colleague> Reachable { get; }

    public string Csv => $"Name,Id\n{string.Join('\n', Staff.Select(colleague => $"{colleague.Person.Name},{colleague.Id}"))}\n";

    /// <summary>The bot was installed for all by the school, and Teams has said so for each: no conversation needs to be opened.</summary>
    public async Task InstallAsync(FakeTeams channel, ReferenceStore references)
    {
        channel.Roster.KnowsConversations = true;
        foreach (var colleague in Staff)
            if (colleague.Access is Access.BlocksIt)
                channel.Roster.Block(colleague.Person);
            else if (colleague.Access is Access.HasTheBot)
                channel.Roster.Install(colleague.Person);

        foreach (var some in Staff.Where(colleague => colleague.Access is Access.HasTheBot or Access.BlocksIt).Chunk(Batch))
            await references.SaveAsync([.. some.Select(colleague => Reference(colleague.Person, channel.PlainServiceUrl))], CancellationToken.None);
    }

    /// <summary>Some of those, at most so many, spread over all.</summary>
    public IReadOnlyList<Colleague> Some(int most) => [.. Reachable.Where((_, at) => at % ((Reachable.Count + most - 1) / most) == 0)];

    private static ConversationReference Reference(Person person, string serviceUrl) =>
        new(Channels.Teams, serviceUrl, new() { Id = person.ConversationId, ConversationType = "personal" })
        {
            Bot = new() { Id = "28:bot" },
            User = new() { Id = person.Id, AadObjectId = person.EntraId },
        };
}

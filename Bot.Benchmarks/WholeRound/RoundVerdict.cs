using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Storage;
using PolicyBot.Tests.Channel;
using PolicyBot.Turns;

namespace PolicyBot.Benchmarks.WholeRound;

/// <summary>Holds what the database says of a round against what came to the people.</summary>
internal sealed class RoundVerdict(Trust trust, FakeTeams channel, ConfirmingStaff confirming, Databases databases)
{
    private readonly ChainCheck _chain = new();
    private readonly Dictionary<(string Person, string Step), int> _asked = [];
    private readonly Dictionary<string, List<string>> _receipts = [];
    private DateTimeOffset _firstAsked = DateTimeOffset.MaxValue, _lastAsked;

    /// <returns>Whether nobody was missed and nothing is there twice that must be there once.</returns>
    public async Task<bool> PrintAsync(TimeSpan ideal)
    {
        var book = new RoundBook(databases);
        _chain.End(await new RegisterBook(databases).ReadAsync(Take, CancellationToken.None));
        var members = (await book.MembersAsync((await book.RoundsAsync(CancellationToken.None)).Single().Id, CancellationToken.None)).ToDictionary(member => member.Person);
        var came = trust.Reachable.ToDictionary(colleague => colleague, ComeTo);
        var missed = trust.Staff.Where(colleague => !IsAccountedFor(colleague, members.GetValueOrDefault(colleague.Id), came)).ToList();
        var twice = came.Values.Sum(messages => Math.Max(0, messages.Count - 1));
        var askedTwice = _asked.Values.Count(times => times > 1);
        var wrongReceipts = confirming.People.Count(who => !confirming.ReceiptsOf(who).SequenceEqual(_receipts.GetValueOrDefault(who.Id) ?? []));
        var waiting = (await new OutboxStore(databases, new OutboxSettings()).ProgressAsync(CancellationToken.None)).Sum(each => each.Waiting);

        var times = came.Values.Where(messages => messages.Count > 0).Select(messages => messages[0].When).ToList();
        var (took, turns) = (times.Max() - times.Min(), confirming.Milliseconds.Order().ToList());
        Console.WriteLine($"""
            {members.Count:N0} people: {string.Join(", ", members.Values.CountBy(member => member.State).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value:N0}"))}; missed {missed.Count} {string.Join(", ", missed.Take(5).Select(colleague => $"{colleague}"))}
            sent to {times.Count:N0} in {took.TotalSeconds:0.0} s, {times.Count / took.TotalSeconds:N0} a second{(ideal > TimeSpan.Zero ? $", {took / ideal - 1:+0.0%;-0.0%} beside the ideal {ideal.TotalSeconds:N0} s" : "")}; all of them promised within {(_lastAsked - _firstAsked).TotalSeconds:0} s
            arrived twice {twice}; promised twice {askedTwice}; still waiting in the outbox {waiting}; throttled by the channel {channel.Traffic.Throttled(Limited.App)} (app), {channel.Traffic.Throttled(Limited.Send)} (conversation), most in a second {channel.Traffic.Peak}
            confirmed {confirming.Confirmed} of {confirming.People.Count}; entered more or less than once, or told another receipt {wrongReceipts}; {turns.Count:N0} presses, {confirming.PressedAgain} of them made again for nothing came; half of them answered in {turns[turns.Count / 2]:0} ms, 99 of 100 in {turns[(int)(turns.Count * .99)]:0} ms
            register: {_chain.Head.Count:N0} entries, {_chain.Faults.Count} faults
            """);
        return missed.Count == 0 && askedTwice == 0 && wrongReceipts == 0 && waiting == 0 && _chain.Faults.Count == 0
            && _receipts.Count == confirming.People.Count && members.Count == trust.Staff.Count;
    }

    private void Take(RegisterEntry entry)
    {
        _chain.Take(entry);
        if (entry.ReadEvent() is RegisterEvent.Asked asked)
        {
            _asked[(entry.Person!, asked.Step)] = _asked.GetValueOrDefault((entry.Person!, asked.Step)) + 1;
            _firstAsked = entry.At < _firstAsked ? entry.At : _firstAsked;
            _lastAsked = entry.At > _lastAsked ? entry.At : _lastAsked;
        }
        else if (entry.ReadEvent() is RegisterEvent.Acknowledged signed)
            (_receipts.TryGetValue(entry.Person!, out var theirs) ? theirs : _receipts[entry.Person!] = []).Add(signed.Receipt);
    }

    /// <summary>The round's messages to one person, as often as they came. Who confirms gets other cards beside them.</summary>
    private List<Delivery> ComeTo(Colleague colleague) =>
        [.. channel.Delivered.In(colleague.Person.ConversationId).Where(message => message.Json is null || ConfirmingStaff.Begins(message))];

    /// <summary>Whom the channel reaches has the message, and of whom it does not the reason is known.</summary>
    private static bool IsAccountedFor(Colleague colleague, RoundMember? member, Dictionary<Colleague, List<Delivery>> came) => colleague.Access switch
    {
        Access.HasTheBot => member is { State: MemberState.Open or MemberState.Acknowledged, DeliveredAt: not null } && came[colleague].Count > 0,
        Access.OnPaper => member is { State: MemberState.NotReachable, Reason: RoundPlan.OnPaperOnly },
        _ => member is { State: MemberState.NotReachable, Reason: ['4', '0', '3' or '4', ..] },
    };
}

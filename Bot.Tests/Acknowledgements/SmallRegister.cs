using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>A register of any length, as it would be written: opened, understood, wants to talk, acknowledged, one person after the other.</summary>
internal static class SmallRegister
{
    public const string Policy = "social-media", Version = "a1b2c3d4";

    private static readonly DateTimeOffset Start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<RegisterEntry> Of(int entries) => [.. Chained(entries)];

    public static RegisterRecord Record(int i) => new($"person-{i / 4}", Policy, Version, Event(i % 4), Start.AddSeconds(i));

    public static RegisterRecord Acknowledged(string person, DateTimeOffset at) => new(person, Policy, Version, Event(3), at);

    public static ChainCheck Check(IEnumerable<RegisterEntry> entries, RegisterHead head)
    {
        var check = new ChainCheck();
        foreach (var entry in entries.TakeWhile(_ => check.Faults.Count == 0))
            check.Take(entry);

        check.End(head);
        return check;
    }

    public static RegisterHead HeadOf(IReadOnlyList<RegisterEntry> entries) => new(entries[^1].Number, entries[^1].Hash);

    private static RegisterEvent Event(int step) => step switch
    {
        0 => new RegisterEvent.Opened("Review was due September 2023."),
        1 => new RegisterEvent.Understood("photographs", IsRight: true, Tries: 2),
        2 => new RegisterEvent.WantsToTalk(),
        _ => new RegisterEvent.Acknowledged("R-2345", "Alex Wilber", "a1b2c3d4e5f6", "I have read the Social Media Policy.", "October 2021", "September 2023"),
    };

    private static IEnumerable<RegisterEntry> Chained(int count)
    {
        var head = RegisterHead.Empty;
        for (var i = 0; i < count; i++)
        {
            var entry = RegisterChain.Append(head, Record(i));
            head = new RegisterHead(entry.Number, entry.Hash);
            yield return entry;
        }
    }
}

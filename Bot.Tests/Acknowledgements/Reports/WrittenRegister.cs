using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Acknowledgements.Reports;

/// <summary>A register written entry by entry, and the report of it.</summary>
internal sealed class WrittenRegister
{
    public static readonly DateTimeOffset Start = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    private readonly List<RegisterEntry> _entries = [];

    public static Policy Policy { get; } = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies[0];

    public static string Version { get; } = RegisterRecord.VersionOf(Policy);

    public IReadOnlyList<RegisterEntry> Entries => _entries;

    public RegisterHead Head { get; private set; } = RegisterHead.Empty;

    /// <summary>An hour after the one before, where no time is given.</summary>
    /// <returns>The entry's number.</returns>
    public long Write(string? person, RegisterEvent happened, DateTimeOffset? at = null, string? item = null, string? version = null)
    {
        var time = at ?? (_entries is [.., var last] ? last.At.AddHours(1) : Start);
        var entry = RegisterChain.Append(Head, new RegisterRecord(person, item ?? Policy.Id.Value, version ?? Version, happened, time));
        Head = new RegisterHead(entry.Number, entry.Hash);
        _entries.Add(entry);
        return entry.Number;
    }

    public long Write(int person, RegisterEvent happened, DateTimeOffset? at = null) => Write(Staff.IdOf(person), happened, at);

    public void Erase(string person) => _entries.Where(entry => entry.Person == person).ToList()
        .ForEach(entry => _entries[(int)entry.Number - 1] = entry with { Person = null, Detail = null, Salt = null });

    public PolicyReport Report(DateOnly day, DateTimeOffset now, params StaffMember[] people)
    {
        var standings = new Standings(new Roster(people), Policy, new HashSet<string> { Version }, day);
        _entries.ForEach(standings.Take);
        return standings.Report(Head, now);
    }

    /// <summary>As at the evening of a day long after.</summary>
    public PolicyReport Report(params StaffMember[] people) => Report(new DateOnly(2026, 11, 23), new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero), people);

    public static RegisterEvent.Asked Asked(string step = "issue+0") => new("r1", step);

    public static RegisterEvent.Delivered Delivered { get; } = new("r1", "issue+0");

    public static RegisterEvent.Seen Seen { get; } = new("r1");

    public static RegisterEvent.Opened Opened { get; } = new("Review was due September 2023.");

    public static RegisterEvent.Undeliverable Undeliverable(string reason = "403 ConversationBlockedByUser") => new("r1", "issue+0", reason);

    public static RegisterEvent.Acknowledged Acknowledged(string receipt = "R-2345-6789") =>
        new(receipt, "Alex Wilber", Policy.TextHash, "I have read the Social Media Policy (adopted October 2021). I understand it.", "October 2021", "September 2023");

    public static RegisterEvent.SignedOnPaper OnPaper { get; } = new(new DateOnly(2026, 9, 4), "Jo Reed", "no phone");

    public static RegisterEvent.Exempted Exempted { get; } = new("Jo Reed", "Does not work with us any more than a day a year.");

    public static RegisterEvent.Corrected Correcting(long entry) => new(entry, "Jo Reed", "the wrong person");
}

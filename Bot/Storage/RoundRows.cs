using System.Globalization;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>Rounds as rows, and rows as rounds.</summary>
internal static class RoundRows
{
    private const string Day = "yyyy-MM-dd";

    public static RoundRow From(Round round) => new()
    {
        Id = round.Id,
        Policy = round.Policy,
        Version = round.Version,
        StartedAt = round.StartedAt,
        StartedBy = round.StartedBy,
        Trigger = round.Trigger,
        State = (int)round.State,
        Pauses = Write(round.Pauses),
    };

    public static Round Read(RoundRow row) => new(row.Id, row.Policy, row.Version, row.StartedAt, row.StartedBy, row.Trigger)
    {
        State = (RoundState)row.State,
        Pauses = [.. Parts(row.Pauses).Select(ReadPause)],
    };

    public static RoundMemberRow From(RoundMember member) => new()
    {
        Round = member.Round,
        Person = member.Person,
        Issued = member.Issued,
        State = (int)member.State,
        Sent = Write(member.Sent),
        Messages = member.Messages,
        NextAt = member.NextAt,
        DeliveredAt = member.DeliveredAt,
        SeenAt = member.SeenAt,
        Reason = member.Reason,
    };

    public static RoundMember Read(RoundMemberRow row) => new(row.Round, row.Person, row.Issued)
    {
        State = (MemberState)row.State,
        Sent = ReadSteps(row.Sent),
        Messages = row.Messages,
        NextAt = row.NextAt,
        DeliveredAt = row.DeliveredAt,
        SeenAt = row.SeenAt,
        Reason = row.Reason,
    };

    public static string Write(IReadOnlyList<SentStep> sent) => string.Join(' ', sent.Select(step => $"{step.Step}@{step.At.ToUnixTimeMilliseconds()}"));

    public static IReadOnlyList<SentStep> ReadSteps(string sent) => [.. Parts(sent).Select(ReadStep)];

    private static SentStep ReadStep(string text) => text.Split('@') is [var step, var at]
        ? new SentStep(LadderStep.Parse(step), DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)))
        : throw new FormatException($"'{text}' is no step that was sent.");

    public static string Write(IReadOnlyList<DayRange> pauses) => string.Join(' ', pauses.Select(pause =>
        $"{pause.From.ToString(Day, CultureInfo.InvariantCulture)}..{pause.Until?.ToString(Day, CultureInfo.InvariantCulture)}"));

    private static DayRange ReadPause(string text) => text.Split("..") is [var from, var until]
        ? new DayRange(DateOnly.ParseExact(from, Day, CultureInfo.InvariantCulture), until.Length == 0 ? null : DateOnly.ParseExact(until, Day, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is no pause.");

    private static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

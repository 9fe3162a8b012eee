using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>
/// When something may be sent about a person: on a day open to whoever is written to, and not in the person's leave.
/// Each person has a time of day of their own, so that a round does not go out in one minute. The last quarter of the
/// hours is left free of it, for what is sent late.
/// </summary>
internal sealed class SendingTimes(LadderFacts person, SchoolCalendar calendar, DateOnly last)
{
    private readonly double _share = ShareOf(person.Person);

    /// <summary>The person's own time on the first day that will do, the day given included.</summary>
    public DateTimeOffset? On(DateOnly first, StepKind kind)
    {
        for (var day = calendar.NextOpen(first); day <= last; day = calendar.NextOpen(day.Value.AddDays(1)))
        {
            if (HoursOn(day.Value, kind) is { } hours)
                return SchoolTime.At(day.Value, OwnTime(hours));

            if (person.LeaveOn(day.Value) is { } leave)
                day = leave.Until ?? last;
        }

        return null;
    }

    /// <summary>For what is late: at once where that will do, else at the person's own time.</summary>
    public DateTimeOffset? Soonest(DateTimeOffset now, DateOnly first, StepKind kind)
    {
        var today = SchoolTime.DayOf(now);
        if (today < first || HoursOn(today, kind) is not { } hours)
            return On(first > today ? first : today, kind);

        var (time, own) = (SchoolTime.TimeOf(now), SchoolTime.At(today, OwnTime(hours)));
        return own >= now ? own
            : hours.Includes(time) ? TimeZoneInfo.ConvertTime(now, SchoolTime.Zone)
            : On(today.AddDays(1), kind);
    }

    /// <summary>The manager is not bound to the days and hours of the person.</summary>
    private DayHours? HoursOn(DateOnly day, StepKind kind) => person.LeaveOn(day) is null
        ? calendar.HoursOn(day, kind is StepKind.Manager ? WorkingDays.MondayToFriday : person.Hours)
        : null;

    private TimeOnly OwnTime(DayHours hours) =>
        hours.From.Add(TimeSpan.FromSeconds(Math.Floor((hours.Until - hours.From).TotalSeconds * 0.75 * _share)));

    /// <summary>From 0 to below 1, the same for a person on every machine and after every start.</summary>
    private static double ShareOf(string person)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(person), hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) / (uint.MaxValue + 1.0);
    }
}

using System.Text.Json;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Teams.Cards;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Reviews;

/// <summary>What a review says, in the chat and beside it.</summary>
internal sealed class ReviewMessages(ReviewCards cards, CardPrinter printer, ClubSettings club, SchoolCalendar calendar)
{
    private static readonly TimeOnly Morning = new(9, 0);

    public string? ManagerId => club.ManagerId;

    /// <summary>The bot's own card, in the one conversation it has with the person.</summary>
    public Promise InChat(ReviewStanding standing, ReviewStep step, string person, ReviewPack pack, DateTimeOffset now) =>
        new(new Recipient.Person(person), printer.Message(cards.Of(standing, pack, SchoolTime.DayOf(now), step.IsEscalation ? step : null)), now)
        {
            Key = $"{standing.Review.Thread}/chat/{step}/{person}",
        };

    public Errand Beside(string way, ReviewStanding standing, ReviewStep step, string person, DateTimeOffset now) =>
        new($"{standing.Review.Thread}/{way}/{step}/{person}", way, person, JsonSerializer.Serialize(Notice(standing, now), ReviewsJson.Default.ReviewNotice), now);

    public static Errand Over(string kind, Errand brought, Policy policy, DateTimeOffset now) => new($"over/{brought.Key}", kind, brought.Person,
        JsonSerializer.Serialize(new ReviewFinished(brought.Key, policy.Title), ReviewsJson.Default.ReviewFinished), now);

    private ReviewNotice Notice(ReviewStanding standing, DateTimeOffset now)
    {
        var (policy, today) = (standing.Policy, SchoolTime.DayOf(now));
        return new ReviewNotice(policy.Id.Value, policy.Title, standing.Review.Due, standing.Review.Thread,
            $"{policy.Title}: {cards.Headline(standing, today)}", cards.InShort(standing, today), LinkTo(policy), Event(standing.Review.Due, now));
    }

    private string? LinkTo(Policy policy) => club.PublicAddress is { } address ? $"{address}/policies/{policy.Id}" : null;

    /// <summary>The morning of the day, or of the last day before on which the school is open; where that has passed, of the next.</summary>
    private DateTimeOffset Event(DateOnly due, DateTimeOffset now)
    {
        var today = SchoolTime.DayOf(now);
        for (var day = due; day > today; day = day.AddDays(-1))
            if (calendar.HoursOn(day, WorkingDays.MondayToFriday) is { } hours)
                return SchoolTime.At(day, hours.From > Morning ? hours.From : Morning);

        var tomorrow = SchoolTime.At(today.AddDays(1), Morning);
        return calendar.NextSchoolTime(tomorrow, WorkingDays.MondayToFriday) ?? tomorrow;
    }
}

using System.Text.Json.Serialization.Metadata;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Graph.Runners;

/// <summary>An event in the calendar of one person, to which nobody is invited.</summary>
internal sealed class CalendarErrand(GraphDoor door, CalendarEntries entries, TimeProvider clock) : GraphErrand<ReviewNotice>(door, clock)
{
    public override string Kind => ReviewChannel.Calendar;

    /// <summary>Outlook takes four calls of an app at once, from all its errands.</summary>
    public override double PerSecond => 1;

    protected override GraphCall Call => GraphCall.Calendar;

    protected override JsonTypeInfo<ReviewNotice> Shape => ReviewsJson.Default.ReviewNotice;

    protected override async Task<ErrandOutcome> RunAsync(Errand errand, ReviewNotice notice, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            var made = await Client.Users[errand.Person].Events.PostAsync(CalendarEntries.Of(errand.Key, notice), cancellationToken: cancellationToken);
            return new ErrandOutcome.Done(made?.Id);
        }
        catch (ApiException again) when (again.ResponseStatusCode is 409)
        {
            // Made by a call before, and known by its transaction.
            return new ErrandOutcome.Done(await entries.FindAsync(errand.Person, errand.Key, notice, cancellationToken));
        }
    }
}

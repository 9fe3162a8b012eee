using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Graph.Runners;

/// <summary>Takes an event out of a calendar again: by its trace, or as Graph knows it where the answer to making it was lost.</summary>
internal sealed class CalendarRemoval(GraphDoor door, EarlierErrand earlier, CalendarEntries entries, TimeProvider clock)
    : GraphErrand<ReviewFinished>(door, clock)
{
    public override string Kind => ReviewChannel.CalendarRemoval;

    public override double PerSecond => 1;

    protected override GraphCall Call => GraphCall.Calendar;

    protected override JsonTypeInfo<ReviewFinished> Shape => ReviewsJson.Default.ReviewFinished;

    protected override async Task<ErrandOutcome> RunAsync(Errand errand, ReviewFinished finished, int attempt, CancellationToken cancellationToken)
    {
        var (made, wait) = await earlier.FindAsync(finished.Errand, cancellationToken);
        if (wait is not null)
            return wait;
        if (made is not null && (made.Trace ?? await LostAsync(errand.Person, made, cancellationToken)) is { } id)
            await DeleteAsync(errand.Person, id, cancellationToken);

        return new ErrandOutcome.Done();
    }

    private async Task<string?> LostAsync(string person, KnownErrand made, CancellationToken cancellationToken) =>
        made.Attempts > 0 && made.Errand.Body.Length > 0 && JsonSerializer.Deserialize(made.Errand.Body, ReviewsJson.Default.ReviewNotice) is { } notice
            ? await entries.FindAsync(person, made.Errand.Key, notice, cancellationToken)
            : null;

    private async Task DeleteAsync(string person, string id, CancellationToken cancellationToken)
    {
        try
        {
            await Client.Users[person].Events[id].DeleteAsync(cancellationToken: cancellationToken);
        }
        catch (ApiException gone) when (gone.ResponseStatusCode is 404)
        {
            // They have deleted it themselves.
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Turns;

namespace PolicyBot.Graph;

/// <summary>An errand to Graph: its body is read, and what Graph refuses becomes a sentence.</summary>
internal abstract class GraphErrand<TBody>(GraphDoor door, TimeProvider clock) : IErrandRunner
    where TBody : class
{
    public abstract string Kind { get; }

    public abstract double PerSecond { get; }

    protected abstract GraphCall Call { get; }

    protected abstract JsonTypeInfo<TBody> Shape { get; }

    protected GraphDoor Door => door;

    protected GraphServiceClient Client => door.Client;

    public async Task<ErrandOutcome> RunAsync(Errand errand, int attempt, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Deserialize(errand.Body, Shape) ?? throw new JsonException("There is nothing in it.");
        try
        {
            return await RunAsync(errand, body, attempt, cancellationToken);
        }
        catch (ApiException fault)
        {
            return GraphRefusals.Outcome(Call, fault, clock.GetUtcNow());
        }
        catch (CallRefusedException refused)
        {
            return GraphRefusals.Outcome(refused.Call, refused.Fault, clock.GetUtcNow());
        }
        catch (AuthenticationFailedException fault)
        {
            return TokenRefusals.Outcome(fault);
        }
    }

    protected abstract Task<ErrandOutcome> RunAsync(Errand errand, TBody body, int attempt, CancellationToken cancellationToken);
}

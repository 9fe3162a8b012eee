using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PolicyBot.Storage.Health;

/// <summary>The checks as sentences that a person understands.</summary>
internal sealed record HealthAnswer(string Status, IReadOnlyList<HealthAnswer.Check> Checks)
{
    public static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new HealthAnswer($"{report.Status}", [.. report.Entries.Select(entry => Of(entry.Key, entry.Value))]),
        HealthJson.Default.HealthAnswer,
        cancellationToken: http.RequestAborted);

    private static Check Of(string name, HealthReportEntry entry) => new(name, $"{entry.Status}", Says(entry));

    /// <summary>What an exception says may hold what nobody should read, so it stays in the log.</summary>
    private static string Says(HealthReportEntry entry) => entry.Exception switch
    {
        null => entry.Description ?? "",
        OperationCanceledException =>
            "There was no answer in time. See whether the database is overloaded or the network to it is slow.",
        _ => "This could not be looked at. The log says why.",
    };

    internal sealed record Check(string Name, string Status, string Says);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;

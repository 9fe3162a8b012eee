using System.Text.Json;

namespace PolicyBot.Commands;

/// <summary>How the bot that runs is, in its own sentences. Makes no bot for it, so that whoever asks every few seconds may.</summary>
internal static class HealthCommand
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), BetweenTries = TimeSpan.FromSeconds(1);

    /// <param name="wait">How long it may take until it is ready.</param>
    public static async Task<Command.Explain> RunAsync(string address, TimeSpan wait)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await AskAsync(address);
            if (answer.ExitCode != Command.Failed || TimeProvider.System.GetElapsedTime(since) >= wait)
                return answer;

            await Task.Delay(BetweenTries);
        }
    }

    /// <param name="address">Such as http://127.0.0.1:3978.</param>
    public static async Task<Command.Explain> AskAsync(string address)
    {
        if (!Uri.TryCreate($"{address.TrimEnd('/')}/health/ready", UriKind.Absolute, out var ready) || ready.Scheme is not ("http" or "https"))
            return new Command.Explain($"'{address}' is no address. Write one such as http://127.0.0.1:3978, or nothing for this one.", Command.BadUsage);

        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var answer = await client.GetAsync(ready);
            var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            return new Command.Explain(string.Join('\n', said.GetProperty("checks").EnumerateArray().Select(Line).Prepend(said.GetProperty("status").GetString())),
                answer.IsSuccessStatusCode ? Command.Done : Command.Failed);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return new Command.Explain($"No bot answers at {ready} ({fault.Message.TrimEnd('.')}). Start it, and see what it says: journalctl -u policybot", Command.Failed);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new Command.Explain($"What answers at {ready} is not PolicyBot. Check the address.", Command.Failed);
        }
    }

    private static string Line(JsonElement check) =>
        $"  {check.GetProperty("name").GetString(),-10} {check.GetProperty("status").GetString(),-10} {check.GetProperty("says").GetString()}";
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.BotFramework;

/// <summary>Reads the activity in a request, of at most 1 MiB: Teams' own limit for a message is a tenth of that.</summary>
internal static class ActivityBody
{
    public const int Limit = 1 << 20;

    /// <returns>The activity, or the status that says why there is none: 400 or 413.</returns>
    public static async ValueTask<(Activity? Activity, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
            return (null, StatusCodes.Status413PayloadTooLarge);

        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.Buffer.Length > Limit)
                return (null, StatusCodes.Status413PayloadTooLarge);
            if (read.IsCompleted)
                return Parse(body, read.Buffer);

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (Activity? Activity, int Status) Parse(PipeReader body, ReadOnlySequence<byte> json)
    {
        try
        {
            var activity = Parse(json);
            return IsWhole(activity) ? (activity, StatusCodes.Status200OK) : (null, StatusCodes.Status400BadRequest);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
        finally
        {
            body.AdvanceTo(json.End);
        }
    }

    private static Activity? Parse(ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityJson.Default.Options.MaxDepth });
        var activity = JsonSerializer.Deserialize(ref reader, ActivityJson.Default.Activity);
        return reader.Read() ? throw new JsonException("More than one value.") : activity;
    }

    /// <summary>Has what an answer needs: a type, and who to answer where.</summary>
    private static bool IsWhole(Activity? activity) => activity is
    {
        Type.Length: > 0,
        ChannelId.Length: > 0,
        ServiceUrl.Length: > 0,
        Conversation.Id.Length: > 0,
        From.Id.Length: > 0,
    };
}

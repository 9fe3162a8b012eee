using System.Diagnostics;
using OpenTelemetry;

namespace PolicyBot.Telemetry;

/// <summary>Takes the paths out of the spans of calls: in those of Teams and Graph stand the ids of people and of chats.</summary>
internal sealed class WithoutPaths : BaseProcessor<Activity>
{
    private const string Url = "url.full";

    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem(Url) is string address)
            data.SetTag(Url, Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null);
    }
}

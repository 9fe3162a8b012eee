using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Graph.Models;
using PolicyBot.Reviews;

namespace PolicyBot.Graph.Runners;

/// <summary>The events that the bot puts into calendars, each known by its errand.</summary>
internal sealed class CalendarEntries(GraphDoor door)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    /// <summary>Graph makes an event once for each such id, however often it is asked to.</summary>
    public static string TransactionOf(string errand) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(errand)).AsSpan(0, 16)).ToString();

    public static Event Of(string errand, ReviewNotice notice) => new()
    {
        Subject = notice.Headline,
        Body = new ItemBody { ContentType = BodyType.Text, Content = notice.Link is { } link ? $"{notice.Text}\n\n{link}" : notice.Text },
        Start = SchoolHour.Of(notice.At),
        End = SchoolHour.Of(notice.At + Length),
        IsReminderOn = true,
        ReminderMinutesBeforeStart = 15,
        ShowAs = FreeBusyStatus.Free,
        Categories = ["Policy review"],
        TransactionId = TransactionOf(errand),
    };

    /// <summary>An event that was made by a call whose answer was lost.</summary>
    public async Task<string?> FindAsync(string person, string errand, ReviewNotice notice, CancellationToken cancellationToken)
    {
        var around = await door.Client.Users[person].CalendarView.GetAsync(request =>
        {
            request.QueryParameters.StartDateTime = Instant(notice.At);
            request.QueryParameters.EndDateTime = Instant(notice.At + Length);
            request.QueryParameters.Select = ["id", "transactionId"];
            request.QueryParameters.Top = 100;
        }, cancellationToken);
        return around?.Value?.FirstOrDefault(entry => entry.TransactionId == TransactionOf(errand))?.Id;
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

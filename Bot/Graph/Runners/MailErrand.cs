using System.Text.Json.Serialization.Metadata;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.SendMail;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Graph.Runners;

/// <summary>A mail from Graph:MailFrom to the person's address: that of the roster, or that of Entra.</summary>
internal sealed class MailErrand(GraphDoor door, IRosterBook roster, TimeProvider clock) : GraphErrand<ReviewNotice>(door, clock)
{
    public override string Kind => ReviewChannel.Mail;

    public override double PerSecond => 1;

    protected override GraphCall Call => GraphCall.Mail;

    protected override JsonTypeInfo<ReviewNotice> Shape => ReviewsJson.Default.ReviewNotice;

    protected override async Task<ErrandOutcome> RunAsync(Errand errand, ReviewNotice notice, int attempt, CancellationToken cancellationToken)
    {
        if (await AddressAsync(errand.Person, cancellationToken) is not { } address)
            return new ErrandOutcome.Refused("NoAddress", "Neither the roster nor Entra knows an email of this person. Bring a roster in that has it.");

        await Client.Users[Door.Settings.MailFrom].SendMail.PostAsync(new SendMailPostRequestBody
        {
            Message = new Message
            {
                Subject = notice.Headline,
                Body = new ItemBody { ContentType = BodyType.Text, Content = notice.Link is { } link ? $"{notice.Text}\n\n{link}" : notice.Text },
                ToRecipients = [new Microsoft.Graph.Models.Recipient { EmailAddress = new EmailAddress { Address = address } }],
            },
            SaveToSentItems = false,
        }, cancellationToken: cancellationToken);
        return new ErrandOutcome.Done();
    }

    private async Task<string?> AddressAsync(string person, CancellationToken cancellationToken)
    {
        if (PersonId.TryParse(person, out var id) && (await roster.ReadAsync(cancellationToken)).FindEver(id)?.Email is { } known)
            return known;

        var found = await Client.Users[person].GetAsync(request => request.QueryParameters.Select = ["mail", "userPrincipalName"], cancellationToken);
        return found?.Mail ?? found?.UserPrincipalName;
    }
}

using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Teams.Cards;
using PolicyBot.Teams.Reviews;
using PolicyBot.Teams.Rounds;
using PolicyBot.Teams.Texts;

namespace PolicyBot.Teams;

/// <summary>What the manager looks at, as cards.</summary>
internal sealed class DeskCards(RoundCards rounds, TextCards texts, ReviewCards reviews, TimeProvider clock)
{
    /// <returns>Null for what is none of the manager's business.</returns>
    public Card? Of(DialogReply reply) => reply switch
    {
        DialogReply.ShowsRound shows => rounds.Of(shows.Status),
        DialogReply.PreviewsRound previews => rounds.Of(previews.Preview),
        DialogReply.ShowsAsked shows => rounds.Of(shows.Round),
        DialogReply.ShowsTextNews shows => texts.Of(shows.News, shows.LacksReason),
        DialogReply.ShowsComparison shows => texts.Of(shows.Before, shows.After),
        DialogReply.ShowsReview shows => reviews.Of(shows, SchoolTime.Today(clock)),
        _ => null,
    };
}

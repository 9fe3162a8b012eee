using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Teams.Rounds;

namespace PolicyBot.Teams.Texts;

/// <summary>The manager looks at a new text, and says what it is.</summary>
internal sealed class TextTalk(TextDesk desk, RoundViews rounds, Words words, TimeProvider clock)
{
    public async Task<IReadOnlyList<DialogReply>> LookAsync(CancellationToken cancellationToken)
    {
        var replies = new List<DialogReply>();
        foreach (var policy in desk.Policies)
            if (await desk.NewsAsync(policy, cancellationToken) is { } news)
                replies.Add(new DialogReply.ShowsTextNews(news));

        return replies.Count > 0 ? replies : [new DialogReply.Says(words.Say("texts/none"))];
    }

    /// <summary>An old card's button does nothing but show how things stand.</summary>
    public async Task<IReadOnlyList<DialogReply>> PressAsync(DeskPress.Settle press, Activity activity, CancellationToken cancellationToken)
    {
        if (desk.PolicyOf(press.Policy) is not { } policy || await desk.NewsAsync(policy, cancellationToken) is not { } news)
            return [new DialogReply.Says(words.Say("texts/none"))];
        if (press.Version != RegisterRecord.VersionOf(policy) || press.Reason is null)
            return [new DialogReply.ShowsTextNews(news, LacksReason: press.Reason is null)];

        var by = activity.From?.Name ?? words.Say("passing on/staff");
        return await desk.SettleAsync(news, press.IsCorrection, by, press.Reason, clock.GetUtcNow(), null, cancellationToken) switch
        {
            (IsKept: false, _) => [new DialogReply.Says(words.Say("texts/none"))],
            (_, { } round) => [new DialogReply.ShowsRound(await rounds.StatusAsync(policy, round, cancellationToken)), new DialogReply.Says(words.Say("texts/asked", ("title", policy.Title)))],
            _ => [new DialogReply.Says(words.Say("texts/kept", ("title", policy.Title)))],
        };
    }
}

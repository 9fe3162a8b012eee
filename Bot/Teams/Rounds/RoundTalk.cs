using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Policies;

namespace PolicyBot.Teams.Rounds;

/// <summary>The manager asks about a round, or presses a button on its card.</summary>
internal sealed class RoundTalk(RoundDesk desk, RoundViews views, RoundProgress progress, Words words)
{
    /// <inheritdoc cref="RoundProgress.FollowAsync"/>
    public Task FollowAsync(Activity activity, DeskPress press, IReadOnlyList<DialogReply> said, string? message, CancellationToken cancellationToken) =>
        progress.FollowAsync(activity, press, said, message, cancellationToken);

    /// <summary>Where the round of each policy stands; what one would do where there is none.</summary>
    public async Task<IReadOnlyList<DialogReply>> LookAsync(bool isToStart, CancellationToken cancellationToken)
    {
        var replies = new List<DialogReply>();
        foreach (var policy in desk.Policies)
            replies.AddRange(!isToStart && await desk.OpenAsync(policy, cancellationToken) is { } open
                ? [new DialogReply.ShowsRound(await views.StatusAsync(policy, open, cancellationToken))]
                : await PreviewAsync(policy, cancellationToken));

        return replies;
    }

    /// <summary>An old card's button does nothing but show how things stand.</summary>
    public async Task<IReadOnlyList<DialogReply>> PressAsync(DeskPress.Steer press, Activity activity, CancellationToken cancellationToken)
    {
        if (desk.PolicyOf(press.Policy) is not { } policy)
            return [new DialogReply.Says(words.Say("walk/gone"))];

        var (open, by) = (await desk.OpenAsync(policy, cancellationToken), activity.From?.Name ?? words.Say("passing on/staff"));
        if (press.What == "preview")
            return await PreviewAsync(policy, cancellationToken);
        if (open?.Id != press.Round)
            return [.. await LookAsync(isToStart: false, cancellationToken)];
        if (press.What == "start")
            open = await desk.StartAsync(policy, by, Round.ByHand, null, cancellationToken) ?? await desk.OpenAsync(policy, cancellationToken);
        if (open is null)
            return await PreviewAsync(policy, cancellationToken);

        IReadOnlyList<DialogReply> said = press.What switch
        {
            "remind" => [new DialogReply.Says(words.Say("rounds/reminded", ("people", $"{await desk.RemindAsync(open, null, cancellationToken)}")))],
            _ => [],
        };
        open = StateAfter(press.What) is { } to ? await desk.SteerAsync(open, to, by, cancellationToken) ?? open : open;
        return [new DialogReply.ShowsRound(await views.StatusAsync(policy, open, cancellationToken)), .. said];
    }

    private async Task<IReadOnlyList<DialogReply>> PreviewAsync(Policy policy, CancellationToken cancellationToken) =>
        await views.PreviewAsync(policy, "", cancellationToken) is { } preview
            ? [new DialogReply.PreviewsRound(preview), new DialogReply.ShowsAsked(preview.Round)]
            : [new DialogReply.Says(words.Say("rounds/no roster"))];

    private static RoundState? StateAfter(string what) => what switch
    {
        "pause" => RoundState.Paused,
        "resume" => RoundState.Running,
        "stop" => RoundState.Stopped,
        _ => null,
    };
}

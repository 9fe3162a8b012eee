using PolicyBot.Acknowledgements.People;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Policies.Import;
using PolicyBot.Reviews;

namespace PolicyBot.Teams.Reviews;

/// <summary>Whoever reviews a policy asks how it stands, or presses a button on its card.</summary>
internal sealed class ReviewTalk(ReviewDesk desk, ReviewSteering steering, ReviewPacks packs, Words words)
{
    public async Task<IReadOnlyList<DialogReply>> LookAsync(Activity activity, bool isManager, CancellationToken cancellationToken)
    {
        var replies = new List<DialogReply>();
        foreach (var standing in await desk.AllAsync(cancellationToken))
            if (isManager || IsOwner(activity, standing))
                replies.Add(await ShownAsync(standing, null, cancellationToken));

        return replies.Count > 0 ? replies : [new DialogReply.Says(words.Say("passing on/not for you"))];
    }

    /// <summary>An old card's button does nothing but show how things stand.</summary>
    public async Task<IReadOnlyList<DialogReply>> PressAsync(DeskPress.Review press, Activity activity, bool isManager, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(press.Policy, cancellationToken) is not { } standing)
            return [new DialogReply.Says(words.Say("walk/gone"))];
        if (!isManager && !IsOwner(activity, standing))
            return [new DialogReply.Says(words.Say("passing on/not for you"))];
        if (press.Due != $"{standing.Review.Due:yyyy-MM-dd}")
            return [await ShownAsync(standing, words.Say("reviews/old card"), cancellationToken)];

        var by = activity.From?.Name ?? words.Say("passing on/staff");
        return press.What switch
        {
            "form-unchanged" => [Form(standing, ReviewForm.Unchanged, null, [])],
            "form-give" => [Form(standing, ReviewForm.Give, null, [])],
            "changes" => [Form(standing, ReviewForm.Paste, null, [])],
            "paste" => [Compared(standing, press.Text ?? "")],
            "unchanged" => await UnchangedAsync(standing, press, by, cancellationToken),
            "give" => await GiveAsync(standing, press.Person ?? "", by, cancellationToken),
            "later-7" => await LaterAsync(standing, 7, by, cancellationToken),
            "later-30" => await LaterAsync(standing, 30, by, cancellationToken),
            _ => [await ShownAsync(standing, null, cancellationToken)],
        };
    }

    private async Task<IReadOnlyList<DialogReply>> UnchangedAsync(ReviewStanding standing, DeskPress.Review press, string by, CancellationToken cancellationToken) =>
        await steering.UnchangedAsync(standing, new ReviewEntry(press.Approved ?? "", press.On ?? "", press.Next ?? ""), by, cancellationToken) switch
        {
            { Wrong: { } wrong } => [Form(standing, ReviewForm.Unchanged, wrong, [press.Approved ?? "", press.On ?? "", press.Next ?? ""])],
            { Next: { } next } => [new DialogReply.Says(words.Say("reviews/done", ("title", standing.Policy.Title), ("next", SchoolTime.Written(next))))],
            _ => [await AgainAsync(standing, cancellationToken)],
        };

    private async Task<IReadOnlyList<DialogReply>> GiveAsync(ReviewStanding standing, string wanted, string by, CancellationToken cancellationToken) =>
        await steering.GiveAsync(standing, wanted, by, cancellationToken) switch
        {
            { Wrong: { } wrong } => [Form(standing, ReviewForm.Give, wrong, [wanted])],
            { IsKept: true } given => [new DialogReply.Says(words.Say("reviews/given now", ("name", given.Name ?? "")))],
            _ => [await AgainAsync(standing, cancellationToken)],
        };

    /// <summary>Nothing of it is kept: a text comes in with the command line, from the document itself.</summary>
    private static DialogReply Compared(ReviewStanding standing, string pasted) => PolicyImport.Read(pasted, ImportAnswers.Nothing, standing.Policy) switch
    {
        ImportResult.Drafted drafted => new DialogReply.ShowsComparison(standing.Policy, drafted.Policy),
        ImportResult.Asks asks => Form(standing, ReviewForm.Paste, string.Join(' ', asks.Questions.Select(question => question.Sentence)), []),
        ImportResult.Refused refused => Form(standing, ReviewForm.Paste, refused.Sentence, []),
        _ => throw new InvalidOperationException("An import came to nothing that is known."),
    };

    private async Task<IReadOnlyList<DialogReply>> LaterAsync(ReviewStanding standing, int days, string by, CancellationToken cancellationToken) =>
        [await steering.LaterAsync(standing, days, by, cancellationToken) is { } until
            ? new DialogReply.Says(words.Say("reviews/later", ("day", SchoolTime.Written(until))))
            : await AgainAsync(standing, cancellationToken)];

    /// <summary>Somebody else was quicker: how it stands now.</summary>
    private async Task<DialogReply> AgainAsync(ReviewStanding standing, CancellationToken cancellationToken) =>
        await ShownAsync(await desk.FindAsync(standing.Policy.Id.Value, cancellationToken) ?? standing, words.Say("reviews/old card"), cancellationToken);

    private async Task<DialogReply> ShownAsync(ReviewStanding standing, string? note, CancellationToken cancellationToken) =>
        new DialogReply.ShowsReview(standing.Policy, standing.Review, await packs.OfAsync(standing.Policy, steering.Now, cancellationToken), ReviewForm.None) { Note = note };

    private static DialogReply.ShowsReview Form(ReviewStanding standing, ReviewForm form, string? note, IReadOnlyList<string> typed) =>
        new(standing.Policy, standing.Review, null, form) { Note = note, Typed = typed };

    private static bool IsOwner(Activity activity, ReviewStanding standing) =>
        standing.Review.Owner is { } owner && AcknowledgementDesk.PersonOf(activity) == owner.Person;
}

using PolicyBot.Acknowledgements.People;
using PolicyBot.Policies;
using PolicyBot.Reviews;

namespace PolicyBot.Teams.Reviews;

/// <summary>What came of it.</summary>
/// <param name="Wrong">A sentence on what was typed; nothing was written then.</param>
internal sealed record ReviewEntered(bool IsKept, string? Wrong = null, DateOnly? Next = null, string? Name = null);

/// <summary>A review is put off, given to somebody, or done: in the chat and on the command line.</summary>
internal sealed class ReviewSteering(ReviewDesk desk, ReviewOffice office, ReviewPacks packs, ReviewPeople people)
{
    public DateTimeOffset Now => people.Now;

    /// <returns>The day of the next prompt; null where somebody else was quicker.</returns>
    public async Task<DateOnly?> LaterAsync(ReviewStanding standing, int days, string by, CancellationToken cancellationToken)
    {
        var until = SchoolTime.DayOf(Now).AddDays(days);
        return await desk.WriteAsync(ReviewOffice.Later(standing, until, by, Now), cancellationToken) ? until : null;
    }

    public async Task<ReviewEntered> UnchangedAsync(ReviewStanding standing, ReviewEntry entry, string by, CancellationToken cancellationToken)
    {
        var (outcome, wrong) = entry.Read(by, Now);
        if (outcome is null)
            return new ReviewEntered(false, wrong);

        var isKept = await desk.WriteAsync(ReviewOffice.Done(standing, outcome, await desk.BroughtAsync(standing.Review, cancellationToken)), cancellationToken);
        if (isKept)
            await desk.AllAsync(cancellationToken); // Pages and cards say so from now on.
        return isKept ? new ReviewEntered(true, Next: outcome.Next) : new ReviewEntered(false);
    }

    public async Task<ReviewEntered> GiveAsync(ReviewStanding standing, string wanted, string by, CancellationToken cancellationToken)
    {
        var (owner, wrong) = await people.FindAsync(wanted, cancellationToken);
        if (wrong is not null)
            return new ReviewEntered(false, wrong);

        var batch = office.Give(standing, owner, await packs.OfAsync(standing.Policy, Now, cancellationToken), await desk.BroughtAsync(standing.Review, cancellationToken), by, Now);
        return new ReviewEntered(await desk.WriteAsync(batch, cancellationToken), Name: owner?.Name ?? people.Manager);
    }
}

/// <summary>Whom a review can be given to.</summary>
internal sealed class ReviewPeople(IRosterBook rosters, ClubSettings club, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public string Manager => club.Manager;

    /// <param name="wanted">A name, an email or an id of the roster; "me" is the manager.</param>
    /// <returns>Null for the manager; or what is wrong.</returns>
    public async Task<(ReviewOwner? Owner, string? Wrong)> FindAsync(string wanted, CancellationToken cancellationToken)
    {
        var said = wanted.Trim();
        if (said.Equals("me", StringComparison.OrdinalIgnoreCase) || said.Equals("the manager", StringComparison.OrdinalIgnoreCase))
            return (null, null);

        var found = (await rosters.ReadAsync(cancellationToken)).On(SchoolTime.Today(clock)).Working
            .Where(person => Is(person.Name, said) || Is(person.Email, said) || Is(person.Id.Value, said)).ToList();
        return found switch
        {
            [var one] when Guid.TryParse(one.Id.Value, out _) => (new ReviewOwner(one.Id.Value, one.Name), null),
            [var one] => (null, $"I know only the email of {one.Name}, and can write first only to somebody who has written to me or whose Entra id is on the roster."),
            [] => (null, $"There is nobody '{said}' on the roster today. Write a name or an email as it stands there."),
            _ => (null, $"There are {found.Count} people '{said}' on the roster. Write the email."),
        };
    }

    private static bool Is(string? known, string said) => string.Equals(known, said, StringComparison.OrdinalIgnoreCase);
}

using PolicyBot.Policies;

namespace PolicyBot.Reviews;

/// <summary>One review of one policy, from its first prompt until it is done. The next has another day and is another.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Due">The day it is due; <see cref="NoDate"/> where the policy names none and nobody has said one yet.</param>
internal sealed record Review(string Policy, DateOnly Due)
{
    public static readonly DateOnly NoDate = DateOnly.MinValue;

    /// <summary>How often it was written down: who writes must have seen the last.</summary>
    public int Version { get; init; }

    /// <summary>What the pack's page is found by; nobody guesses it.</summary>
    public required string Key { get; init; }

    /// <summary>The head and the chair wait from here on where the bot came when the day had already passed.</summary>
    public DateOnly? FirstPrompted { get; init; }

    public DateOnly? LastPrompted { get; init; }

    /// <summary>To whoever reviews it; the head and the chair are counted apart.</summary>
    public int Prompts { get; init; }

    public DateOnly? LaterOn { get; init; }

    /// <summary>Who was given it; null while it is the manager's.</summary>
    public ReviewOwner? Owner { get; init; }

    public DateOnly? HeadTold { get; init; }

    public DateOnly? ChairTold { get; init; }

    public ReviewOutcome? Outcome { get; init; }

    public bool HasDate => Due != NoDate;

    /// <summary>"review/social-media/2026-09-30": what all its messages and errands begin with.</summary>
    public string Thread => $"review/{Policy}/{Due:yyyy-MM-dd}";

    public Review Prompted(ReviewStep step, DateOnly today) => step.Kind switch
    {
        ReviewStepKind.Head => this with { HeadTold = today },
        ReviewStepKind.Chair => this with { ChairTold = today },
        _ => this with { FirstPrompted = FirstPrompted ?? today, LastPrompted = today, Prompts = Prompts + 1, LaterOn = null },
    };
}

/// <param name="Person">The Entra object id.</param>
internal sealed record ReviewOwner(string Person, string Name);

/// <summary>What came of a review.</summary>
/// <param name="IsChanged">With another text, which brings its own dates; otherwise <paramref name="Next"/> takes the place of the date in the text.</param>
/// <param name="ApprovedBy">The governor, head or committee that said yes.</param>
/// <param name="Next">When the next is due; null where the new text says it.</param>
/// <param name="By">Who entered it.</param>
internal sealed record ReviewOutcome(bool IsChanged, string ApprovedBy, DateOnly ApprovedOn, DateOnly? Next, string By, DateTimeOffset At)
{
    private const string NewText = "as the new text says";

    /// <summary>A text with a later date is what became of a review that nobody has entered anything about.</summary>
    public static ReviewOutcome OfText(Policy text, DateTimeOffset now) =>
        new(IsChanged: true, text.SignedBy ?? NewText, text.Adopted?.Day ?? SchoolTime.DayOf(now), null, NewText, now);
}

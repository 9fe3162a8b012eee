using System.Text.Json.Serialization;

namespace PolicyBot.Reviews;

/// <summary>A prompt to review a policy, as it is brought to one person by a service such as Microsoft Graph.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Due">The day its review is due.</param>
/// <param name="Thread">The same for all that is said of one review, so that what is newer can replace what is older.</param>
/// <param name="Headline">One line: "Social Media Policy: review was due September 2023".</param>
/// <param name="Text">Two or three plain sentences.</param>
/// <param name="Link">Where more can be read; null where the bot has no address to link to.</param>
/// <param name="At">When to put it into a calendar: never in the past, never outside school time.</param>
internal sealed record ReviewNotice(string Policy, string Title, DateOnly Due, string Thread, string Headline, string Text, string? Link, DateTimeOffset At);

/// <summary>What a review brought is taken away again, or marked as done: the errand that brought it.</summary>
internal sealed record ReviewFinished(string Errand, string Title);

[JsonSerializable(typeof(ReviewNotice))]
[JsonSerializable(typeof(ReviewFinished))]
internal sealed partial class ReviewsJson : JsonSerializerContext;

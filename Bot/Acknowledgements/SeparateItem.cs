using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>A document that the policy names and that is signed on its own: whoever confirms the policy is told so.</summary>
internal sealed record SeparateItem(string Title, Clause Clause);

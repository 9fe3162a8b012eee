using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>Something that a policy names and that is acknowledged on its own: the policy's statement never implies it.</summary>
internal sealed record SeparateItem(string Id, string Title, Clause Clause, Statement Statement);

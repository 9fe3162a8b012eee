using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>What somebody confirms with one button, word for word. The register names the wording by its id.</summary>
internal sealed record Statement(string Id, string Text)
{
    private const string OtherParts = "I understand it. I had the chance to ask questions. I will follow it.";

    /// <summary>For a policy beside which no statement is written.</summary>
    public static Statement DefaultFor(Policy policy) => policy.Adopted is { } adopted
        ? new("default", $"I have read the {policy.Title} (adopted {adopted.AsWritten}). {OtherParts}")
        : new("default-undated", $"I have read the {policy.Title}. {OtherParts}");
}

using System.Text.Json.Serialization;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>
/// What happened, as the register keeps it for good: a kind once written is never renamed, and what was said in words is
/// never in it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Understood), "understood")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(WantsToTalk), "wants-to-talk")]
[JsonDerivedType(typeof(Erased), "erased")]
internal abstract record RegisterEvent
{
    private RegisterEvent()
    {
    }

    /// <summary>The policy was shown to them, with what the bot said of its review.</summary>
    internal sealed record Opened(string ReviewStatus) : RegisterEvent;

    /// <summary>One question of the quiz was settled.</summary>
    /// <param name="Clause">The clause it was about, by its id.</param>
    /// <param name="IsRight">Whether it was right in the end.</param>
    /// <param name="Tries">Questions asked about this clause.</param>
    internal sealed record Understood(string Clause, bool IsRight, int Tries) : RegisterEvent;

    /// <summary>Confirmed by the authenticated sender of the message.</summary>
    /// <param name="Receipt">The number the person was given.</param>
    /// <param name="TextHash">SHA-256 of the policy's text, as on its page.</param>
    /// <param name="Statement">The wording that was confirmed, word for word.</param>
    internal sealed record Acknowledged(string Receipt, string Name, string TextHash, string Statement, string? Adopted = null, string? ReviewDue = null) : RegisterEvent;

    /// <summary>Wants to talk to the manager first: no refusal, and no reason is kept.</summary>
    internal sealed record WantsToTalk : RegisterEvent;

    /// <summary>One person's entries lost who and what they were about, on request; that they were there stays provable.</summary>
    /// <param name="Entries">Their numbers, ascending.</param>
    internal sealed record Erased(IReadOnlyList<long> Entries, string By, string Reason) : RegisterEvent;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RegisterEvent))]
[JsonSerializable(typeof(ExportedEntry))]
[JsonSerializable(typeof(ExportHead))]
internal sealed partial class RegisterJson : JsonSerializerContext;

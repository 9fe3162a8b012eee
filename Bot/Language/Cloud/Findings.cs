using PolicyBot.Language.Details;

namespace PolicyBot.Language.Cloud;

/// <summary>What Azure AI Language found in a text, or why it found nothing out.</summary>
internal abstract record Findings
{
    private Findings()
    {
    }

    public sealed record Found(IReadOnlyList<Entity> Entities) : Findings;

    /// <param name="Reason">One sentence; nothing of the text is in it.</param>
    /// <param name="MayPass">Another try may go better.</param>
    /// <param name="RetryAfter">How long the service asks to be left alone.</param>
    public sealed record Away(string Reason, bool MayPass = false, TimeSpan? RetryAfter = null) : Findings;
}

/// <summary>Offset and length count UTF-16 code units. "PII entity categories", Azure AI Language documentation.</summary>
internal sealed record Entity(string Category, int Offset, int Length)
{
    /// <returns>Null for what names nobody: organisations, jobs, ages, and dates that are nobody's birthday.</returns>
    public DetailKind? KindIn(string text) => Category switch
    {
        "Person" => DetailKind.Name,
        "PhoneNumber" => DetailKind.PhoneNumber,
        "Email" => DetailKind.Email,
        "Address" => DetailKind.Address,
        "URL" or "IPAddress" => DetailKind.Link,
        "DateTime" => Dates.IsOfBirth(text, Offset, Length) ? DetailKind.BirthDate : null,
        "CreditCardNumber" or "InternationalBankingAccountNumber" or "USUKPassportNumber" => DetailKind.Number,
        _ => Category.StartsWith("UK", StringComparison.Ordinal) || Category.StartsWith("EU", StringComparison.Ordinal) ? DetailKind.Number : null,
    };
}

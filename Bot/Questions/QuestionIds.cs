using System.Security.Cryptography;

namespace PolicyBot.Questions;

/// <summary>Ids that can be said on the phone: no letter that looks like a digit.</summary>
internal static class QuestionIds
{
    private const int Length = 6;

    public static string New() => RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ23456789", Length);
}

using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Acknowledgements;

/// <summary>
/// The number of a receipt: "R-K7QM-2XHD". It follows from who confirmed what and when, so that a turn that is decided twice
/// gives one; nothing can be read from it, and no letter looks like a digit.
/// </summary>
internal static class ReceiptNumber
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string Of(string person, string textHash, DateTimeOffset at)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{person}\n{textHash}\n{at.ToUnixTimeMilliseconds()}"));
        var letters = string.Concat(hash.Take(8).Select(each => Letters[each % Letters.Length]));
        return $"R-{letters[..4]}-{letters[4..]}";
    }
}

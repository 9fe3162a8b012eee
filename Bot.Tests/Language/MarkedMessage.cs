using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PolicyBot.Language;

namespace PolicyBot.Tests.Language;

/// <summary>A message in which a person marked what must go: "can i add {name:leos} mum".</summary>
internal sealed partial record MarkedMessage(string Text, IReadOnlyList<Taken> MustGo)
{
    public static IReadOnlyList<MarkedMessage> Read(string file, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file)).Where(line => line is [not '#', ..]).Select(Parse)];

    private static MarkedMessage Parse(string line)
    {
        var (text, marks, from) = (new StringBuilder(), new List<Taken>(), 0);
        foreach (Match mark in Mark().Matches(line))
        {
            text.Append(line, from, mark.Index - from);
            marks.Add(new Taken(Kind(mark.Groups["kind"].Value), text.Length, mark.Groups["text"].Length));
            text.Append(mark.Groups["text"].ValueSpan);
            from = mark.Index + mark.Length;
        }

        return new MarkedMessage(text.Append(line, from, line.Length - from).ToString(), marks);
    }

    private static DetailKind Kind(string word) => word switch
    {
        "name" => DetailKind.Name,
        "phone" => DetailKind.PhoneNumber,
        "email" => DetailKind.Email,
        "address" => DetailKind.Address,
        "birth" => DetailKind.BirthDate,
        "date" => DetailKind.Date,
        "user" => DetailKind.Username,
        "link" => DetailKind.Link,
        _ => throw new InvalidDataException($"'{word}' is no kind of detail."),
    };

    [GeneratedRegex(@"\{(?<kind>[a-z]+):(?<text>[^}]+)\}")]
    private static partial Regex Mark();
}

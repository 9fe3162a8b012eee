using System.Text.RegularExpressions;
using PolicyBot.Language.Names;

namespace PolicyBot.Language.Details;

/// <summary>"@leo_mum", "my snap is leo.b14", anything with an underscore in it.</summary>
internal sealed partial class Usernames(NameBook book)
{
    public void Mark(Marks marks)
    {
        foreach (var found in Handle().EnumerateMatches(marks.Text))
            if (marks.Text.AsSpan(found.Index, found.Length).TrimEnd('.') is var handle && !Everybody().IsMatch(handle))
                marks.Add(DetailKind.Username, found.Index, handle.Length);
        foreach (var found in Underscored().EnumerateMatches(marks.Text))
            marks.Add(DetailKind.Username, found.Index, found.Length);
        foreach (Match said in OnPlatform().Matches(marks.Text))
            MarkSaid(marks, said.Groups["name"], isIntroduced: said.Groups["is"].Success);
    }

    private void MarkSaid(Marks marks, Group said, bool isIntroduced)
    {
        var name = said.ValueSpan.TrimEnd('.');
        if (name.Length >= 3 && (Shaped().IsMatch(name) || (isIntroduced && name.Length > 4 && book.IsNoWord(name))))
            marks.Add(DetailKind.Username, said.Index, name.Length);
    }

    [GeneratedRegex(@"(?<![\w@.])@(?!\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)?\b)[A-Za-z0-9_][\w.]{1,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    [GeneratedRegex("^@(?:the|a|my|home|school|club|work|everyone|everybody|all|here|channel|team|policybot|bot|manager|staff)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Everybody();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z][A-Za-z0-9.]{0,30}_[\w.]{0,30}\w", RegexOptions.CultureInvariant)]
    private static partial Regex Underscored();

    [GeneratedRegex(@"\b(?:snap(?:chat)?|insta(?:gram)?|ig|tik\s?tok|discord|roblox|xbox|psn|twitter|kik|telegram|threads|youtube|facebook|fb|user\s?name|user|gamer\s?tag|handle|profile)\b(?:\s(?:name|user\s?name|user|id|account|handle|tag))?(?<is>(?:\s(?:is|as|called|its|it['’]s))|\s?[:=])?\s?[""'“]?(?<name>[A-Za-z0-9][\w.]{2,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnPlatform();

    /// <summary>Letters and then digits, or letters joined by a dot: no word looks like that, but "year2" and "ks1" do.</summary>
    [GeneratedRegex(@"^(?!(?:year|yr|ks|covid|ps|y|mp|f)\d{1,2}$)(?=.{4})(?:[A-Za-z]{2,}[._]?\d{1,6}[A-Za-z]{0,3}|[A-Za-z0-9]{2,}(?:\.[A-Za-z0-9]{1,}){1,3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shaped();
}

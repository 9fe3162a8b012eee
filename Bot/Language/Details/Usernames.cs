using System.Text.RegularExpressions;
using PolicyBot.Language.Names;

namespace PolicyBot.Language.Details;

/// <summary>"@leo_mum", "my snap is leo.b14", anything with an underscore in it.</summary>
internal sealed partial class Usernames(NameBook book)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    /// <summary>A word after "is" that nobody knows is a user name from so many letters on; below, it is a slip.</summary>
    private const int ShortestUnknown = 5;

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
        if (Shaped().IsMatch(name) || (isIntroduced && name.Length >= ShortestUnknown && book.IsNoWord(name)))
            marks.Add(DetailKind.Username, said.Index, name.Length);
    }

    /// <summary>"@3.30pm" is a time.</summary>
    [GeneratedRegex(@"(?<![\w@.]) @ (?! \d{1,2} (?: [.:]\d\d )? \s? (?:am|pm)? \b ) [a-z0-9_] [\w.]{1,40}", Options)]
    private static partial Regex Handle();

    [GeneratedRegex("^ @ (?: the|a|my|home|school|club|work|everyone|everybody|all|here|channel|team|policybot|bot|manager|staff ) $", Options)]
    private static partial Regex Everybody();

    [GeneratedRegex(@"(?<![\w.]) [a-z] [a-z0-9.]{0,30} _ [\w.]{0,30} \w", Options)]
    private static partial Regex Underscored();

    [GeneratedRegex("""
        \b (?: snap(?:chat)? | insta(?:gram)? | ig | tik\s?tok | discord | roblox | xbox | psn | twitter | kik | telegram | threads
             | youtube | facebook | fb | user\s?name | user | gamer\s?tag | handle | profile ) \b
        (?: \s (?: user\s?name | name | user | id | account | handle | tag ) )?
        (?<is> \s (?: is | as | called | its | it['’]s ) | \s? [:=] )?
        \s? ["'“]? (?<name> [a-z0-9] [\w.]{2,40} )
        """, Options)]
    private static partial Regex OnPlatform();

    /// <summary>Letters and then digits, or letters joined by a dot: no word looks like that, but "year2" and "ks1" do.</summary>
    [GeneratedRegex("""
        ^ (?! (?: year | yr | ks | covid | ps | y | mp | f ) \d{1,2} $ ) (?= .{4} )
        (?: [a-z]{2,} [._]? \d{1,6} [a-z]{0,3} | [a-z0-9]{2,} (?: \.[a-z0-9]+ ){1,3} ) $
        """, Options)]
    private static partial Regex Shaped();
}

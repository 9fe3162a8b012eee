using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policies.Import;

/// <summary>The words of a paragraph in Word as they stand on the page.</summary>
internal static class WordText
{
    public static string[] LinesOf(Paragraph paragraph)
    {
        var words = new StringBuilder();
        Read(paragraph, words);
        return CleanText.Of(words.ToString()).Replace('\f', '\n').Split('\n');
    }

    /// <summary>Text boxes stand twice in the file, for newer and for older programs; the newer is enough.</summary>
    public static IEnumerable<TextBoxContent> BoxesIn(Paragraph paragraph) =>
        paragraph.Descendants<TextBoxContent>().Where(box => !box.Ancestors<AlternateContentFallback>().Any()
            && box.Ancestors<Paragraph>().First() == paragraph);

    public static bool IsBold(Paragraph paragraph, bool byStyle)
    {
        var runs = paragraph.Descendants<Run>().Where(run => run.InnerText.Any(char.IsLetterOrDigit)).ToList();
        return runs.Count > 0 && runs.TrueForAll(run => run.RunProperties?.Bold is { } bold ? bold.Val is null || bold.Val : byStyle);
    }

    private static void Read(OpenXmlElement parent, StringBuilder words)
    {
        foreach (var child in parent.ChildElements)
            switch (child)
            {
                case Text text:
                    words.Append(text.Text);
                    break;
                case TabChar:
                    words.Append('\t');
                    break;
                case Break or CarriageReturn:
                    words.Append('\n');
                    break;
                case NoBreakHyphen:
                    words.Append('-');
                    break;
                case DeletedRun or MoveFromRun or ParagraphProperties or RunProperties or Drawing or Picture or AlternateContent or FieldCode:
                case Run { RunProperties.Vanish: not null }:
                    break;
                default:
                    Read(child, words);
                    break;
            }
    }
}

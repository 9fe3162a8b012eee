using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace PolicyBot.Acknowledgements.Reports.Pack;

/// <summary>Writes a page. Whatever is put into the markup is encoded; nothing but the program's own words can be markup.</summary>
internal sealed class Html(TextWriter page)
{
    /// <summary>The compiler has written the markup by now, through <see cref="Markup"/>.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] Markup _) => page.Write('\n');

    /// <summary>For the program's own files, which hold markup.</summary>
    public void AddFile(string text) => page.Write(text);

    private TextWriter Page => page;

    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly TextWriter _page;

        public Markup(int literalLength, int formattedCount, Html html) => _page = html.Page;

        public void AppendLiteral(string markup) => _page.Write(markup);

        public void AppendFormatted(string? text) => WebUtility.HtmlEncode(text, _page);

        public void AppendFormatted(int number) => _page.Write(number.ToString("N0", CultureInfo.InvariantCulture));
    }
}

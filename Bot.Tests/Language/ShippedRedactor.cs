using PolicyBot.Language;
using PolicyBot.Language.Names;

namespace PolicyBot.Tests.Language;

internal static class ShippedRedactor
{
    public static LocalRedactor Redactor { get; } = new(NameBook.Read(Path.Combine(AppContext.BaseDirectory, "Language")).Book);
}

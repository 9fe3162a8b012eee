namespace PolicyBot.Language.Names;

/// <summary>A list that a person edits: words with a space between them, "#" before a remark, "?" behind what is doubtful.</summary>
internal static class NameFile
{
    public static IEnumerable<(string Word, bool IsDoubtful)> Words(string folder, string file, List<string> mistakes)
    {
        foreach (var (line, number) in Lines(folder, file))
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                if (IsWord(word.TrimEnd('?')))
                    yield return (Letters.Fold(word.TrimEnd('?')), word.EndsWith('?'));
                else
                    mistakes.Add($"{file}, line {number}: '{word}' is no word. Write letters only, with a ? behind a name that is also a word.");
    }

    public static IEnumerable<string[]> Phrases(string folder, string file) =>
        from line in Lines(folder, file)
        select Letters.Fold(line.Text).Split([' ', '&'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string Text, int Number)> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Select((line, at) => (Text: line.Trim(), Number: at + 1)).Where(line => line.Text is [not '#', ..]);

    private static bool IsWord(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetter(letter) || letter is '-' || Letters.IsApostrophe(letter) || Letters.IsAccent(letter));
}

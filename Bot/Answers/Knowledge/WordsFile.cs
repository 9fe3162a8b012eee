using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>
/// words.yaml: the concepts of a policy, each with the words and phrases that staff use for it. "know her/him socially"
/// is two phrases, and "really/ know" is "really know" and "know". "…" leaves a gap of up to four words.
/// </summary>
internal static class WordsFile
{
    public static void Read(AuthoredEntry file, Shorthand shorthand, Lexicon lexicon, Vocabulary vocabulary)
    {
        foreach (var (concept, entry) in file.Entries())
        {
            lexicon.Define(concept);
            foreach (var phrase in entry.Items())
            {
                foreach (var words in InFull(phrase.Value ?? "", shorthand))
                {
                    if (words.Count == 0)
                        phrase.Complain($"a phrase of '{concept}' is empty. Write words, or take the line out.");

                    lexicon.Add(concept, words);
                    foreach (var word in words.Where(word => word != Lexicon.Gap))
                        vocabulary.Add(word, Vocabulary.Often);
                }
            }
        }
    }

    /// <summary>A phrase for each choice among the words that a slash sets side by side.</summary>
    private static List<List<string>> InFull(string phrase, Shorthand shorthand)
    {
        List<List<string>> begun = [[]];
        foreach (var place in phrase.Split(' '))
        {
            var choices = place.Split('/').Select(choice => choice == Lexicon.Gap ? [choice] : shorthand.Expand(Tokens.Of(choice))).ToList();
            begun = choices.Count == 1
                ? begun.ConvertAll(start => (List<string>)[.. start, .. choices[0]])
                : [.. begun.SelectMany(_ => choices, (start, choice) => (List<string>)[.. start, .. choice])];
        }

        return begun;
    }
}

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
                var places = Places(phrase.Value ?? "", choice => shorthand.Expand(Tokens.Of(choice)));
                if (!places.Exists(choices => choices.Exists(choice => choice.Count > 0)))
                    phrase.Complain($"a phrase of '{concept}' is empty. Write words, or take the line out.");

                lexicon.Add(concept, places);
                foreach (var word in places.SelectMany(choices => choices).SelectMany(choice => choice).Where(word => word != Lexicon.Gap))
                    vocabulary.Add(word, Vocabulary.Often);
            }
        }
    }

    /// <summary>The places of a phrase, and at each what a slash sets side by side: a word, or several where one stands for them.</summary>
    /// <param name="read">The words of a choice as a message would be read.</param>
    public static List<List<List<string>>> Places(string phrase, Func<string, List<string>> read) =>
        [.. phrase.Split(' ').Select(place => place.Split('/').Select(choice =>
            choice == Lexicon.Gap ? [choice] : read(choice)).ToList())];
}

using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>words.yaml: the concepts of a policy, each with the words and phrases that staff use for it.</summary>
internal static class WordsFile
{
    public static void Read(AuthoredEntry file, Shorthand shorthand, Lexicon lexicon, Vocabulary vocabulary)
    {
        foreach (var (concept, entry) in file.Entries())
        {
            lexicon.Define(concept);
            foreach (var phrase in entry.Items())
            {
                var words = shorthand.Expand(Tokens.Of(phrase.Value ?? ""));
                if (words.Count == 0)
                    phrase.Complain($"a phrase of '{concept}' is empty. Write words, or take the line out.");

                lexicon.Add(concept, words);
                words.ForEach(word => vocabulary.Add(word));
            }
        }
    }
}

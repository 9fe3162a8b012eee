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
        var places = new Dictionary<string, WordChoices>(StringComparer.Ordinal);
        foreach (var (concept, entry) in file.Entries())
        {
            lexicon.Define(concept);
            foreach (var phrase in entry.Items())
            {
                WordChoices[] all = [.. (phrase.Value ?? "").Split(' ').Select(Place)];
                if (!all.Any(place => place.FirstWords.Any()))
                    phrase.Complain($"a phrase of '{concept}' is empty. Write words, or take the line out.");

                lexicon.Add(concept, all);
                foreach (var word in all.SelectMany(place => place.All.ToArray()).SelectMany(choice => choice).Where(word => word != Lexicon.Gap))
                    vocabulary.Add(word, Vocabulary.Often);
            }
        }

        WordChoices Place(string written) => places.TryGetValue(written, out var place) ? place : places[written] = new WordChoices(
            written.Split('/').Select(choice => choice == Lexicon.Gap ? [choice] : shorthand.Expand(Tokens.Of(choice)).ToArray()));
    }
}

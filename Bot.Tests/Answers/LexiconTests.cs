using PolicyBot.Answers.Reading;

namespace PolicyBot.Tests.Answers;

/// <summary>A phrase is kept as its places: nothing is found otherwise than if each of its sequences of words stood there alone.</summary>
public sealed class LexiconTests
{
    private static readonly string[] Words = ["photo", "photos", "of", "kid", "kids", "class", "my"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Places_find_what_every_sequence_spelt_out_finds(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 400; run++)
        {
            var (places, spelt) = (new Lexicon(), new Lexicon());
            for (var phrase = 0; phrase < 6; phrase++)
            {
                var (concept, written) = ($"c{random.Next(4)}", Phrase(random));
                places.Add(concept, [.. written.Select(choices => new WordChoices(choices))]);
                spelt.Define(concept);
                foreach (var sequence in Spelt(written).Where(sequence => sequence.Length > 0))
                    spelt.Add(concept, [.. sequence.Select(word => new WordChoices([[word]]))]);
            }

            for (var message = 0; message < 10; message++)
            {
                string[] words = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Word(random))];
                Assert.Equal(spelt.FindIn(words).Distinct(), places.FindIn(words).Distinct());
                Assert.Equal(places.FindIn(words), Reread(places).FindIn(words));
            }
        }
    }

    [Fact]
    public void From_a_word_on_the_longest_phrase_is_found_and_hides_the_shorter_ones_inside_it()
    {
        var lexicon = new Lexicon();
        lexicon.Add("parent", [new WordChoices([["mum"], ["parent"]])]);
        lexicon.Add("own-family", [new WordChoices([["my"]]), new WordChoices([["mum"], ["dad"]])]);
        lexicon.Add("known-long", [new WordChoices([["known"]]), new WordChoices([["…"]]), new WordChoices([["years"]])]);

        var hits = lexicon.FindIn(["my", "mum", "has", "known", "the", "parents", "for", "years"]);

        Assert.Equal(["own-family 0-2", "known-long 3-4", "parent 5-6"], hits.Select(hit => $"{lexicon.Concepts[hit.Concept]} {hit.Start}-{hit.End}"));
    }

    [Fact]
    public void A_word_as_it_stands_goes_before_the_same_word_without_the_s_of_many()
    {
        var lexicon = new Lexicon();
        lexicon.Add("one", [new WordChoices([["class"]])]);
        lexicon.Add("of-many", [new WordChoices([["photo"]]), new WordChoices([["of"]]), new WordChoices([["class"]])]);
        lexicon.Add("as-written", [new WordChoices([["photos"]])]);

        Assert.Equal(["as-written", "one"], lexicon.FindIn(["photos", "of", "class"]).Select(hit => lexicon.Concepts[hit.Concept]));
    }

    private static string[][][] Phrase(Random random) => random.Next(4) == 0
        ? [.. Places(random), [[Lexicon.Gap]], .. Places(random)]
        : Places(random);

    private static string[][][] Places(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Enumerable.Range(0, random.Next(1, 7)).Select(_ => Choice(random)).ToArray())];

    private static string[] Choice(Random random) => [.. Enumerable.Range(0, random.Next(8) == 0 ? 0 : random.Next(1, 3)).Select(_ => Word(random))];

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static IEnumerable<string[]> Spelt(string[][][] places) => places.Aggregate(
        (IEnumerable<string[]>)[[]], (begun, choices) => begun.SelectMany(_ => choices, (words, choice) => (string[])[.. words, .. choice]));

    private static Lexicon Reread(Lexicon lexicon)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        lexicon.Write(writer);
        file.Position = 0;
        using var reader = new BinaryReader(file);
        return Lexicon.Read(reader);
    }
}

using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Tests.Policies;

namespace PolicyBot.Tests.Dialogs;

/// <summary>A club with a phones policy, a few kinds of question, and the scenarios of one test.</summary>
internal static class SmallClub
{
    /// <summary>One question, two ends.</summary>
    public const string Carrying = """
        title: Your phone in a session
        about: You want your phone with you.
        names: [phone in my pocket, carrying a phone]
        begins: [carrying]
        facts:
          where:
            label: Where it is
            ask: Is your phone in the office?
            again: Did you leave it in the office?
            answers:
              office:
                label: Yes, in the office
                words: [left it in the office]
              pocket:
                label: No, in my pocket
                breaks: own-phone
                when: [pocket]
        outcomes:
          left:
            if: { where: office }
            verdict: may
            headline: Yes. Leave it there.
            because: It is where it belongs.
            clauses: [own-phone]
          otherwise:
            verdict: must_not
            headline: No. Put it away.
            because: It stays in the office.
            clauses: [own-phone]
        """;

    private const string Words = """
        pocket: [in my pocket]
        office: [in the office]
        """;

    private const string Answers = """
        topics:
          carrying:
            clauses: [own-phone]
            rules:
              put-away: { when: [office], verdict: should, headline: Yes. Leave it there., because: That is its place. }
              on-me: { when: [pocket], verdict: must_not, headline: No. Put it away., because: It stays in the office. }
              otherwise:
                verdict: only_if
                headline: Only in the office.
                because: It depends on where it is.
                ask: Is your phone in the office?
                choices:
                  - { label: Yes it is in the office, says: 'My phone is in the office during sessions' }
                  - { label: No in my pocket, says: 'My phone is in my pocket during sessions' }
          calling:
            clauses: [club-phone]
            rules:
              otherwise: { verdict: should, headline: Use the phone here., because: Calls are made with it. }
        """;

    private const string Examples = """
        carrying: [can i keep my phone on me, can i carry my phone, am i allowed my phone in a session, my phone is in the office during sessions]
        calling: [can i ring home, how do i call a parent, may i ring a mum about pick up, how do i ring a dad]
        """;

    public static Bookshelf Shelf { get; } = ReadShelf();

    public static AnswerEngine Engine { get; } = Shelf.Teach(_ => true);

    /// <summary>The scenarios of these files, and each mistake in them with its file, line and message.</summary>
    public static (Scenarios Scenarios, IReadOnlyList<string> Mistakes) Read(params (string Name, string Text)[] files)
    {
        using var folder = new PolicyFolder().With("phones", PolicyFolder.Good);
        Directory.CreateDirectory(Path.Combine(folder.Path, "phones", "scenarios"));
        foreach (var (name, text) in files)
            folder.WithFile("phones", Path.Combine("scenarios", name), text);

        var (scenarios, mistakes) = Scenarios.Load(PolicyLibrary.Load(folder.Path).Library.Policies, Engine);
        return (scenarios, [.. mistakes.Concat(new EntranceChecks(scenarios, Shelf).Mistakes())
            .Select(mistake => $"{Path.GetFileName(mistake.File)}:{mistake.Line} {mistake.Message}")]);
    }

    private static Bookshelf ReadShelf()
    {
        using var folder = new PolicyFolder().With("phones", PolicyFolder.Good)
            .WithFile("phones", "words.yaml", Words).WithFile("phones", "answers.yaml", Answers).WithFile("phones", "examples.yaml", Examples);
        return Bookshelf.Read(PolicyLibrary.Load(folder.Path).Library.Policies) is { Mistakes.Count: 0 } shelf ? shelf : throw new InvalidDataException();
    }

    public static Talk Talk(params (string Name, string Text)[] files) => new(Read(files).Scenarios, Engine);
}

using PolicyBot.Answers;
using PolicyBot.Policies;
using PolicyBot.Tests.Policies;

namespace PolicyBot.Tests.Answers;

/// <summary>What was learnt and kept answers as what was just learnt, and counts only while nothing has changed.</summary>
public sealed class KeptLearningTests : IDisposable
{
    private const string Question = "may i carry my phone about with me";

    private readonly PolicyFolder _folder = new PolicyFolder().With("phones", PolicyFolder.Good)
        .WithFile("phones", "answers.yaml", """
            topics:
              keeping:
                clauses: [own-phone]
                rules:
                  otherwise: { verdict: must_not, headline: No. Leave it in the office., because: It stays there. }
            """)
        .WithFile("phones", "examples.yaml", "keeping: [can I keep my phone on me, is my phone allowed in the hall, may I carry my phone about]");

    private readonly DirectoryInfo _beside = Directory.CreateTempSubdirectory("kept");

    private readonly string _kept;

    public KeptLearningTests() => _kept = Path.Combine(_beside.FullName, "learnt.bin");

    public void Dispose()
    {
        _folder.Dispose();
        _beside.Delete(recursive: true);
    }

    [Fact]
    public void What_was_kept_answers_to_the_byte_as_what_was_learnt() =>
        Assert.Equal(Build().Engine.Ask(Question).Confidence, Build().Engine.Ask(Question).Confidence);

    [Fact]
    public void What_was_kept_is_not_learnt_again()
    {
        Build();
        var before = File.GetLastWriteTimeUtc(_kept);

        Build();

        Assert.Equal(before, File.GetLastWriteTimeUtc(_kept));
    }

    [Fact]
    public void A_line_more_is_learnt()
    {
        var before = Build().Engine.Ask(Question).Confidence;
        File.AppendAllText(Path.Combine(_folder.Path, "phones", "examples.yaml"), "\nkeeping/otherwise: [may i take my phone about with me all day]");

        Assert.NotEqual(before, Build().Engine.Ask(Question).Confidence);
    }

    [Fact]
    public void What_is_learnt_from_other_files_leaves_what_was_kept_before()
    {
        var examples = Path.Combine(_folder.Path, "phones", "examples.yaml");
        Build();
        var before = File.ReadAllBytes(_kept);

        for (var i = 0; i < 10; i++)
            File.WriteAllText(Path.Combine(_beside.FullName, $"learnt-{i}.bin"), "of long ago");
        File.AppendAllText(examples, "\nkeeping/otherwise: [may i take my phone about with me all day]");
        Build();

        Assert.Equal(before, File.ReadAllBytes(_kept));
        Assert.Equal(1 + 8, _beside.GetFiles().Length);
        var written = _beside.GetFiles().Max(file => file.LastWriteTimeUtc);
        Build();
        Assert.Equal(written, _beside.GetFiles().Max(file => file.LastWriteTimeUtc));
    }

    [Fact]
    public void A_file_cut_short_is_learnt_again()
    {
        var before = Build().Engine.Ask(Question).Confidence;
        File.WriteAllBytes(_kept, File.ReadAllBytes(_kept)[..200_000]);

        Assert.Equal(before, Build().Engine.Ask(Question).Confidence);
    }

    [Fact]
    public void Files_with_mistakes_are_never_kept()
    {
        _folder.WithFile("phones", "examples.yaml", "kepping: [x]");

        Assert.NotEmpty(Build().Mistakes);
        Assert.Empty(_beside.GetFiles());
    }

    private (AnswerEngine Engine, IReadOnlyList<Mistake> Mistakes) Build() =>
        Bookshelf.Build(PolicyLibrary.Load(_folder.Path).Library.Policies, _kept);
}

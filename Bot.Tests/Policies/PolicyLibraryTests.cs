using System.Text;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Policies;

public sealed class PolicyLibraryTests : IDisposable
{
    private readonly PolicyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Several_policies_are_loaded_together_in_the_order_of_their_ids()
    {
        _folder.With("z", PolicyFolder.Good).With("a", PolicyFolder.Good.Replace("id: phones", "id: cameras", StringComparison.Ordinal));

        var (library, mistakes) = PolicyLibrary.Load(_folder.Path);

        Assert.Empty(mistakes);
        Assert.Equal(["cameras", "phones"], library.Policies.Select(policy => policy.Id.Value));
        Assert.Equal("Mobile Phone Policy", library.Find(PolicyId.Parse("phones"))!.Title);
    }

    [Fact]
    public void One_item_can_hold_two_clauses()
    {
        var policy = Assert.Single(PolicyLibrary.Load(_folder.With("phones", PolicyFolder.Good).Path).Library.Policies);

        Assert.Equal(["Keep their own phone in the office during sessions.", "Use the Club's phone for calls home.", "Write each call in the book."],
            policy.Clauses.Select(clause => clause.Text));
        Assert.Equal([ClauseKind.Rule, ClauseKind.Duty, ClauseKind.Procedure], policy.Clauses.Select(clause => clause.Kind));
        Assert.All(policy.Clauses, clause => Assert.Equal("Staff must:", clause.LeadIn));
    }

    [Theory]
    [InlineData("id: phones", "id: Mobile Phones", "policy.md:2 'Mobile Phones' is no id. Use lower-case letters, digits and hyphens, such as social-media.")]
    [InlineData("id: phones\n", "", "policy.md:2 'id' is missing here. Write: id: …")]
    [InlineData("title: Mobile Phone Policy\n", "", "policy.md:2 'title' is missing here. Write: title: …")]
    [InlineData("adopted:", "adoptd:", "policy.md:5 'adoptd' is not known here. Known: id, title, club, adopted, review due, signed by, related, overruled, source.")]
    [InlineData("3rd November 2021", "soon", "policy.md:5 'soon' is no date I can read. Write it like September 2023, 30 September 2023 or Autumn Term 2026.")]
    [InlineData("{#own-phone rule}", "{#own-phone law}", "policy.md:13 'law' is no kind of clause. Write rule, duty, procedure, caution or fact.")]
    [InlineData("{#own-phone rule}", "{#Own_Phone rule}", "policy.md:13 'Own_Phone' is no name for a clause. Use lower-case letters, digits and hyphens.")]
    [InlineData("{#club-phone duty}", "{#own-phone duty}", "policy.md:14 two clauses are named 'own-phone'. Give one of them another name.")]
    [InlineData(" Write each call in the book.", "", "policy.md:14 the mark of 'call-book' has no text before it. Put it at the end of its clause.")]
    [InlineData("---\n\n# Mobile", "\n# Mobile", "policy.md:1 the facts of the policy are missing. Begin the file with a line ---, then id: and title:, then a line ---.")]
    [InlineData("# Mobile phones", "To be reviewed: September 2023", "policy.md:6 the text says the review is due September 2023, this says Autumn Term 2026. Ask which is right and mend the other.")]
    [InlineData("title: Mobile", "title: [Mobile", "policy.md:")]
    public void A_broken_policy_is_refused_with_file_line_and_what_to_do(string part, string broken, string mistake)
    {
        _folder.With("phones", PolicyFolder.Good.Replace(part, broken, StringComparison.Ordinal));

        Assert.StartsWith(mistake, _folder.Mistakes()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_marks_has_no_clause_to_quote()
    {
        _folder.With("phones", PolicyFolder.Good.Split("# Mobile")[0] + "Be careful.");

        Assert.Equal(["policy.md:7 no clause is marked. End each clause with its name and kind, such as {#photographs rule}."], _folder.Mistakes());
    }

    [Fact]
    public void A_clause_that_is_not_in_the_schools_document_is_refused_and_shown_where_it_differs()
    {
        _folder.With("phones", PolicyFolder.Good.Replace("id: phones", "id: phones\nsource: original.txt", StringComparison.Ordinal))
            .WithFile("phones", "original.txt", "Keep their own phone in the kitchen. Use the Club's phone for calls home. Write each call in the book.");

        Assert.Equal(["policy.md:14 the clause 'own-phone' is not word for word in original.txt. It differs after \"Keep their own phone in the \"."], _folder.Mistakes());
    }

    [Fact]
    public void A_source_that_is_not_there_is_told()
    {
        _folder.With("phones", PolicyFolder.Good.Replace("id: phones", "id: phones\nsource: original.txt", StringComparison.Ordinal));

        Assert.Equal(["policy.md:3 there is no original.txt beside policy.md. Put the school's document there, or take the line out."], _folder.Mistakes());
    }

    [Fact]
    public void Two_policies_cannot_share_an_id()
    {
        _folder.With("a", PolicyFolder.Good).With("b", PolicyFolder.Good);

        Assert.Contains("the id 'phones' is taken by", Assert.Single(_folder.Mistakes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused()
    {
        _folder.With("phones", PolicyFolder.Good);
        File.WriteAllBytes(Path.Combine(_folder.Path, "phones", PolicyFile.Name), Encoding.Latin1.GetBytes(PolicyFolder.Good + "£"));

        Assert.Equal(["policy.md:1 the file is not in UTF-8. Save it as UTF-8 in your editor."], _folder.Mistakes());
    }

    [Fact]
    public void An_empty_folder_and_a_missing_one_say_what_to_do()
    {
        Assert.Contains("there is no policy here", Assert.Single(_folder.Mistakes()), StringComparison.Ordinal);
        Assert.Contains("there is no such folder", Assert.Single(PolicyLibrary.Load(Path.Combine(_folder.Path, "none")).Mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_policy_among_policies_is_told()
    {
        Directory.CreateDirectory(Path.Combine(_folder.With("phones", PolicyFolder.Good).Path, "empty"));

        Assert.Equal(["policy.md:1 there is no policy.md in this folder. A policy's folder holds its text under that name."], _folder.Mistakes());
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        var plain = Assert.Single(PolicyLibrary.Load(_folder.With("phones", PolicyFolder.Good).Path).Library.Policies);
        File.WriteAllText(Path.Combine(_folder.Path, "phones", PolicyFile.Name), PolicyFolder.Good.ReplaceLineEndings("\r\n"), new UTF8Encoding(true));

        Assert.Equal(plain.TextHash, Assert.Single(PolicyLibrary.Load(_folder.Path).Library.Policies).TextHash);
    }
}

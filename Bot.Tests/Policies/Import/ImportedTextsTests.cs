using System.Text;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Policies.Import;

/// <summary>
/// Documents in the ways schools write them. What must come of each is written here from the document itself: every clause
/// with its kind and the sentence it hangs on, dates, and what has to be asked.
/// </summary>
public sealed class ImportedTextsTests : IDisposable
{
    private readonly ImportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Hard_wraps_and_page_noise_of_a_copied_text_are_undone()
    {
        Assert.Equal(0, _desk.Import("child-protection.txt"));

        var policy = _desk.Policy();
        const string signs = "Staff should be aware that a child may show that something is wrong by:";
        Expected.Clauses(policy,
            ("fact", "Adopted: 12 January 2025\nNext review: January 2027", null),
            ("fact", "Beechwood Explorers After School Club is committed to building a culture of safety in which the children in our care are protected from abuse and harm. "
                + "Any suspicion of abuse is promptly and appropriately responded to.", null),
            ("caution", "unexplained bruising, marks or signs of possible abuse", signs),
            ("caution", "sudden changes in behaviour, such as becoming withdrawn or very aggressive without an obvious reason", signs),
            ("caution", "reluctance to go home", signs),
            ("rule", "If a child makes a disclosure, the member of staff must not promise to keep it secret, and must explain to the child who will have to be told. "
                + "The member of staff writes down what was said, in the child’s own words, on a logging form.", null),
            ("rule", "All concerns must be passed on to the Designated Safeguarding Lead (DSL) on the same day.", null),
            ("duty", "This procedure should be read in conjunction with our Safeguarding Policy, the Whistleblowing Policy and the Staff Code of Conduct.", null));
        Expected.Facts(policy, "CHILD PROTECTION PROCEDURE", "Beechwood Explorers After School Club", "12 January 2025", "January 2027", null,
            "Safeguarding Policy", "Whistleblowing Policy", "Staff Code of Conduct");
        Assert.Contains("“Page 1 of 3” (3 times)", _desk.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 2", _desk.Read("policy.md"), StringComparison.Ordinal);
        Assert.Contains("Page 2 of 3", _desk.Read("original.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_dates_of_review_are_asked_about_and_an_answer_settles_them()
    {
        Assert.Equal(1, _desk.Import("late-collection.md"));
        Assert.Contains("1. The document gives more than one date for the next review. Which is right?", _desk.Said, StringComparison.Ordinal);
        Assert.Contains("   1 September 2025   (line 7: “Review date 1 September 2025”)", _desk.Said, StringComparison.Ordinal);
        Assert.Contains("   September 2026   (line 35: “This policy will be reviewed in September 2026.”)", _desk.Said, StringComparison.Ordinal);
        Assert.Contains("--answer review-due=", _desk.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_desk.Folder));

        Assert.Equal(0, _desk.Import("late-collection.md", "--answer", "review-due=1 September 2025"));

        var policy = _desk.Policy();
        Expected.Clauses(policy,
            ("fact", "Date adopted\t1st September 2024\nReview date\t1 September 2025", null),
            ("fact", "We know that parents can be held up. This policy says what we do when a child is *not* collected by 6.00pm.", null),
            ("fact", "When a parent tells us that they will be late, we:\n  - reassure the child\n  - note the time in the **late book**", null),
            ("rule", "Parents are to be reminded that they must ring the Club if they are running late.", null),
            ("procedure", "After 15 minutes\tThe manager will ring the parents and every emergency contact.", null),
            ("rule", "After 30 minutes\tThe manager must contact the local authority’s out-of-hours team on 01234 567890.", null),
            ("rule", "Under no circumstances will a child be taken home by a member of staff.", null),
            ("fact", "1. Two members of staff stay with the child at all times", null),
            ("fact", "2. The child is given a snack and a drink", null),
            ("fact", "3. The manager writes a report", null),
            ("fact", "Fees for late collection are £5 for each 15 minutes – see [our fees](https://example.org/fees).", null),
            ("fact", "Related policies: Safeguarding Policy, Missing Child Policy and Admissions and Fees Policy.", null),
            ("fact", "This policy will be reviewed in September 2026.", null));
        Expected.Facts(policy, "Uncollected and Late Children Policy", "Riverside Wraparound Care Club", "1st September 2024", "1 September 2025", null,
            "Safeguarding Policy", "Missing Child Policy", "Admissions and Fees Policy");
    }

    [Fact]
    public void An_old_file_of_Windows_is_read_and_an_interval_is_no_date()
    {
        var document = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(ImportDesk.DocumentText("medicines.txt"));
        Assert.Equal(1, _desk.Import("medicines.txt", document));
        Assert.Contains("1. The document says how often it is reviewed (“Annually”, line 6), and not when next. When is it?", _desk.Said, StringComparison.Ordinal);
        Assert.Contains("   March 2026   (assumed: adopted March 2025, and “Annually” after it)", _desk.Said, StringComparison.Ordinal);

        Assert.Equal(0, _desk.Import("medicines.txt", document, "--answer", "review-due=March 2026"));

        var policy = _desk.Policy();
        const string before = "2.1 Before a medicine is given, two members of staff must:";
        Expected.Clauses(policy,
            ("fact", "Policy approved:\tMarch 2025\nReviewed:\tAnnually\nSigned:\t_______________________", null),
            ("duty", "1.1 Where possible, children should take their medicines before or after Club.", null),
            ("rule", "1.2 Staff may only give a medicine that a doctor, dentist, nurse or pharmacist has prescribed for the child – never one that has been bought ‘just in case’.", null),
            ("rule", "a) check the name on the bottle;", before),
            ("rule", "b) check the dose and the time of the last one; and", before),
            ("rule", "c) read the parent’s written consent.", before),
            ("caution", "2.2 It is wise to bear in mind that a child may be asleep or upset after a medicine.", null),
            ("fact", "3.1 Records are kept in a locked cupboard. They cost the Club about £12 a year to print.", null));
        Expected.Facts(policy, "Administering Medication Policy", "Hartley Green Out of School Club", "March 2025", "March 2026", null);
        Assert.Equal("confidentiality", policy.Clauses[^1].Id.Value);
    }

    [Fact]
    public void Without_a_date_and_a_club_both_are_asked_for()
    {
        Assert.Equal(1, _desk.Import("behaviour.md"));
        Assert.Contains("The document does not say when its next review is due.", _desk.Said, StringComparison.Ordinal);
        Assert.Contains("I cannot tell whose policy it is.", _desk.Said, StringComparison.Ordinal);

        Assert.Equal(0, _desk.Import("behaviour.md", "--answer", "review-due=none", "--answer", "club=Hilltop Hub"));

        var policy = _desk.Policy();
        Expected.Clauses(policy,
            ("duty", "Everyone at Hilltop Hub is expected to be kind. Children, staff and parents all helped to write this policy.", null),
            ("duty", "remain calm", "Staff will:"),
            ("duty", "speak to the child away from the group", "Staff will:"),
            ("duty", "remember that behaviour is a message.", "Staff will:"),
            ("rule", "Physical punishment is prohibited!", null),
            ("fact", "“Nobody is a bad child.”", null),
            ("fact", "Please see also: Anti-bullying Policy; Equality Policy.", null));
        Expected.Facts(policy, "Promoting Positive Behaviour Policy", "Hilltop Hub", null, null, null, "Anti-bullying Policy", "Equality Policy");
        Assert.Equal("aims", policy.Clauses[0].Id.Value);
    }

    [Fact]
    public void A_date_in_figures_is_read_with_the_day_first_and_that_is_said()
    {
        var document = (byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes(ImportDesk.DocumentText("complaints.txt").ReplaceLineEndings("\r\n"))];
        Assert.Equal(0, _desk.Import("complaints.txt", document));
        Assert.Contains("03/04/2025 is read with the day first: 3 April 2025.", _desk.Said, StringComparison.Ordinal);

        var policy = _desk.Policy();
        const string steps = "The following steps will be followed if the parent is still unhappy:";
        Expected.Clauses(policy,
            ("fact", "Date of policy\t03/04/2025\nReview date\t03/04/2026\nSigned by\tMrs P. Okafor, Chair", null),
            ("fact", "Our staff want to hear what you think.", null),
            ("duty", "If a parent is unhappy, they should speak to the Manager first.", null),
            ("procedure", "1. The parent puts the complaint in writing.", steps),
            ("procedure", "2. The Manager acknowledges the letter within 3 days.", steps),
            ("procedure", "3. The Manager investigates and replies within 28 days. The reply says:\n  - what was found out\n  - what will be done", steps),
            ("rule", "NEVER DISCUSS A COMPLAINT ON SOCIAL MEDIA.", null),
            ("fact", "Ofsted can be reached on 0300 123 1231.", null));
        Expected.Facts(policy, "Complaints Policy", "Sunny Side Holiday Club", "03/04/2025", "03/04/2026", "Mrs P. Okafor, Chair");
        Assert.Equal(new DateOnly(2026, 4, 3), policy.ReviewDue!.Day);
    }

    [Fact]
    public void A_paragraph_on_each_line_and_dates_within_a_sentence_are_read()
    {
        Assert.Equal(1, _desk.Import("whistleblowing.txt"));
        Assert.Contains("   3 March 2026   (assumed: adopted 3rd March 2024, and “every two years” after it)", _desk.Said, StringComparison.Ordinal);

        Assert.Equal(0, _desk.Import("whistleblowing.txt", "--answer", "review-due=3 March 2026"));

        var policy = _desk.Policy();
        Expected.Clauses(policy,
            ("fact", "Whistleblowing means that a member of staff reports that something at work is wrong. It takes courage, and it protects children.", null),
            ("fact", "Staff who report a concern in good faith will not be disciplined or treated badly for it.", null),
            ("duty", "Staff are expected to report concerns to the Manager as soon as they can.", null),
            ("procedure", "If the concern is about the Manager, tell the Chair of the Committee instead.", null),
            ("rule", "Staff may not talk to the press about it before the Committee has answered.", null),
            ("fact", "This policy was adopted by the Committee of Maple Tree Pre-school on 3rd March 2024 and will be reviewed every two years.", null),
            ("fact", "Safeguarding and Child Protection Policy", null),
            ("fact", "Code of Conduct", null));
        Expected.Facts(policy, "Whistleblowing Policy", "Maple Tree Pre-school", "3rd March 2024", "3 March 2026", null, "Safeguarding and Child Protection Policy", "Code of Conduct");
    }

    [Fact]
    public void The_facts_at_the_head_of_a_Markdown_file_are_taken_and_its_anchors_are_no_clauses()
    {
        Assert.Equal(0, _desk.Import("lone-working.md"));

        var policy = _desk.Policy();
        Expected.Clauses(policy,
            ("fact", "title: Lone Working Policy\nclub: St. Anne's Breakfast & Tea-Time Club\nadopted: Autumn Term 2025\nnext review: Summer 2027", null),
            ("fact", "This policy is for staff who open up or lock up alone, and for the caretaker. Opening up alone happens most mornings.", null),
            ("procedure", "Tell a colleague when you arrive and when you leave.", null),
            ("procedure", "Keep your phone switched on and with you.\n  1. The number of the school office is on the door.\n  2. In an emergency, ring 999.", null),
            ("rule", "Do not let anybody in whom you do not know.", null),
            ("rule", "The code changes every term; it must never be written down.", null));
        Expected.Facts(policy, "Lone Working Policy", "St. Anne's Breakfast & Tea-Time Club", "Autumn Term 2025", "Summer 2027", null);
        Assert.Equal(new DateOnly(2027, 7, 31), policy.ReviewDue!.Day);
        Assert.Equal("alarm", policy.Clauses[^1].Id.Value);
    }

    [Fact]
    public void The_shipped_document_comes_out_with_the_clauses_that_were_marked_by_hand()
    {
        var shipped = Path.Combine(Rooms.RoomOrder.SourceFolder, "Policies", "Library", "social-media");
        Assert.Equal(0, _desk.Import("social.txt", File.ReadAllBytes(Path.Combine(shipped, "original.txt"))));

        var policy = _desk.Policy();
        var byHand = Assert.Single(PolicyLibrary.Load(shipped).Library.Policies);
        Assert.Equal(byHand.Title, policy.Title);
        Assert.Equal(byHand.Club, policy.Club);
        Assert.Equal((byHand.Adopted, byHand.ReviewDue, byHand.SignedBy), (policy.Adopted, policy.ReviewDue, policy.SignedBy));
        Assert.Equal(byHand.Related, policy.Related);
        Assert.Equal(
            byHand.Clauses.Where(clause => clause.LeadIn is not null || clause.Id.Value is "scope" or "discipline" or "acceptable-use")
                .Select(clause => (clause.Text, clause.LeadIn)),
            policy.Clauses.Where(clause => clause.LeadIn is not null || clause.Text.Contains("platforms such as", StringComparison.Ordinal)
                || clause.Text.Contains("disciplinary action", StringComparison.Ordinal) || clause.Text.Contains("sign up", StringComparison.Ordinal))
                .Select(clause => (clause.Text, clause.LeadIn)));
    }
}

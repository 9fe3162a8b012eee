namespace PolicyBot.Tests.Policies.Import;

/// <summary>Word documents in the ways schools write them, and what must come of each.</summary>
public sealed class ImportedWordFilesTests : IDisposable
{
    private readonly ImportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_Word_document_with_styles_a_review_table_and_nested_bullets_is_read()
    {
        var document = new WordFile()
            .Title("Mobile Phone and Camera Policy").Text("Ferndale Kids’ Club").Foot("Page 1")
            .Table(["Policy adopted", "4th May 2025"], ["Next review date", "May 2027"], ["Signed", "Ms R. Boateng (Chair)"])
            .Heading("Aim").Text("Ferndale Kids’ Club wants children to be safe from harm, and from pictures that nobody asked for.")
            .Heading("Staff phones").Text("While children are present, staff must not:")
            .Bullet("use a personal phone for calls or messages").Bullet("take photographs on a personal device, for example:")
            .Bullet("a phone", 1).Bullet("a watch with a camera", 1).Bullet("leave the Club’s phone where a child can reach it")
            .Heading("Children’s phones").Text("Children may bring a phone if it stays in their bag.").Text("It is advisable to write the child’s name on it.")
            .Heading("Related policies").Bullet("Online Safety Policy").Bullet("Safeguarding Policy").ToBytes();

        Assert.Equal(0, _desk.Import("phones.docx", document));

        var policy = _desk.Policy();
        const string present = "While children are present, staff must not:";
        Expected.Clauses(policy,
            ("fact", "Policy adopted\t4th May 2025\nNext review date\tMay 2027\nSigned\tMs R. Boateng (Chair)", null),
            ("fact", "Ferndale Kids’ Club wants children to be safe from harm, and from pictures that nobody asked for.", null),
            ("rule", "use a personal phone for calls or messages", present),
            ("rule", "take photographs on a personal device, for example:\n  - a phone\n  - a watch with a camera", present),
            ("rule", "leave the Club’s phone where a child can reach it", present),
            ("fact", "Children may bring a phone if it stays in their bag.", null),
            ("caution", "It is advisable to write the child’s name on it.", null),
            ("fact", "Online Safety Policy", null),
            ("fact", "Safeguarding Policy", null));
        Expected.Facts(policy, "Mobile Phone and Camera Policy", "Ferndale Kids’ Club", "4th May 2025", "May 2027", "Ms R. Boateng (Chair)", "Online Safety Policy", "Safeguarding Policy");
        Assert.Equal("mobile-phone-camera", policy.Id.Value);
    }

    [Fact]
    public void Numbers_that_Word_keeps_to_itself_stand_before_the_clauses()
    {
        var document = new WordFile()
            .Text("Online Safety Policy").Text("Oak Lodge Academy").Text("Approved by governors: 14 March 2025\tReview due: March 2026").Foot("Oak Lodge Academy – Online Safety Policy v3")
            .Section("Why this matters").Clause("Children at Oak Lodge Academy go online at home and here.")
            .Section("What staff do").Clause("Staff must, before a child uses a tablet:").Letter("check that the filter is on;").Letter("sit where the screen can be seen.")
            .Clause("Staff are expected to report anything that worries them to the safeguarding lead.").ToBytes();

        Assert.Equal(0, _desk.Import("online.docx", document));

        var policy = _desk.Policy();
        Expected.Clauses(policy,
            ("fact", "Approved by governors: 14 March 2025\tReview due: March 2026", null),
            ("fact", "1.1 Children at Oak Lodge Academy go online at home and here.", null),
            ("rule", "a) check that the filter is on;", "2.1 Staff must, before a child uses a tablet:"),
            ("rule", "b) sit where the screen can be seen.", "2.1 Staff must, before a child uses a tablet:"),
            ("duty", "2.2 Staff are expected to report anything that worries them to the safeguarding lead.", null));
        Expected.Facts(policy, "Online Safety Policy", "Oak Lodge Academy", "14 March 2025", "March 2026", null);
        Assert.Contains("\n## 2. What staff do\n", _desk.Read("policy.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_that_only_look_like_it_tables_of_rules_and_tracked_changes_are_read()
    {
        var document = new WordFile()
            .Bold("STAFF CODE OF CONDUCT").Text("Willow Bank Nursery").Text("Last reviewed: June 2024", "Next review: June 2026")
            .Bold("Dress and manners").Text("Staff should wear clothes in which they can play.")
            .Text("GIFTS").Text("Gifts worth more than £20 must be declared to the Manager.")
            .Table(["Situation", "Rule"], ["A parent offers cash", "Never accept it."], ["A child gives a drawing", "Staff may keep it."])
            .Changed("Staff do not ", "never ", "talk about families outside work.")
            .Text("This code should be read alongside the Whistleblowing Policy.").ToBytes();

        Assert.Equal(0, _desk.Import("conduct.docx", document));

        var policy = _desk.Policy();
        Expected.Clauses(policy,
            ("fact", "Last reviewed: June 2024\nNext review: June 2026", null),
            ("duty", "Staff should wear clothes in which they can play.", null),
            ("rule", "Gifts worth more than £20 must be declared to the Manager.", null),
            ("rule", "A parent offers cash\tNever accept it.", null),
            ("fact", "A child gives a drawing\tStaff may keep it.", null),
            ("rule", "Staff do not talk about families outside work.", null),
            ("duty", "This code should be read alongside the Whistleblowing Policy.", null));
        Expected.Facts(policy, "STAFF CODE OF CONDUCT", "Willow Bank Nursery", null, "June 2026", null, "Whistleblowing Policy");
        Assert.Contains("changes that nobody has accepted yet", _desk.Said, StringComparison.Ordinal);
        Assert.Equal("dress-manners", policy.Clauses[1].Id.Value);
    }
}

using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class RosterMistakeTests
{
    private const string DayExamples = "Write it like 2026-01-31, 31/01/2026 or 31 January 2026.";

    [Theory]
    [InlineData("05/01/26", "'05/01/26' has two digits for the year. Write all four: 05/01/2026.")]
    [InlineData("5/1/98", "'5/1/98' has two digits for the year. Write all four: 05/01/1998.")]
    [InlineData("1/5/2026", "'1/5/2026' could be 1 May 2026 or 5 January 2026. Write 2026-05-01 or 2026-01-05.")]
    [InlineData("01/13/2026", "'01/13/2026' has the month first. Write 2026-01-13.")]
    [InlineData("31/02/2026", "'31/02/2026' is not in the calendar. " + DayExamples)]
    [InlineData("2026-02-30", "'2026-02-30' is no day I can read. " + DayExamples + " Leave it empty where nobody knows.")]
    [InlineData("46027", "'46027' is no day I can read. " + DayExamples + " Leave it empty where nobody knows.")]
    [InlineData("September 2026", "'September 2026' is no day I can read. " + DayExamples + " Leave it empty where nobody knows.")]
    [InlineData("0202-01-05", "'0202-01-05' lies in the year 202, which cannot be right. " + DayExamples)]
    public void A_day_that_leaves_a_doubt_says_what_to_write_instead(string day, string sentence) =>
        Assert.Equal([new RosterMistake(2, "Start date", sentence)], Mistakes($"Name,Id,Start date\nJo,P-1,{day}"));

    [Theory]
    [InlineData("2026-01-05")]
    [InlineData("05/01/2026")]
    [InlineData("5 January 2026")]
    [InlineData("5 Jan 2026")]
    [InlineData("5th january 2026")]
    public void A_day_in_a_form_without_doubt_is_taken(string day) => Assert.Equal(
        new DateOnly(2026, 1, 5), RosterFile.FromText($"Name,Id,Starts\nJo,P-1,{day}").Roster?.People.Single().Starts);

    [Theory]
    [InlineData("Name,Id\n,P-1", 2, "Name", "the name is missing. Write it, or take the line out.")]
    [InlineData("Name,Id,Email\nJo,,", 2, "Id",
        "Jo has no id and no email. Write their Entra object id, an id of the school's own such as P-17, or their email.")]
    [InlineData("Name,Email\nJo,", 2, null,
        "Jo has no id and no email. Write their Entra object id, an id of the school's own such as P-17, or their email.")]
    [InlineData("Name,Id,Mail\nJo,,jo.school.example", 2, "Mail",
        "'jo.school.example' is no email. Write one like sam@school.example, or leave the cell empty.")]
    [InlineData("Name,Id,Type\nJo,P-1,Cook", 2, "Type", "'Cook' is no kind I know. Write staff, agency, volunteer, student or governor.")]
    [InlineData("Name,Id,Type\nJo,P-1,2", 2, "Type", "'2' is no kind I know. Write staff, agency, volunteer, student or governor.")]
    [InlineData("Name,Id,Type\nJo,P-1", 2, "Type", "the kind is missing. Write staff, agency, volunteer, student or governor.")]
    [InlineData("Name,Id,Starts,Ends\nJo,P-1,2026-02-01,2026-01-31", 2, "Ends",
        "the last day, 2026-01-31, is before the first, 2026-02-01. Correct one of them.")]
    [InlineData("Name,Id,Leave\nJo,P-1,2026-03-31..2026-01-05", 2, "Leave", "'2026-03-31..2026-01-05' ends before it begins. "
        + "Write the first and the last day, such as 2026-01-05..2026-03-31, or 2026-01-05.. where the end is not known.")]
    [InlineData("Name,Id,Leave\nJo,P-1,..2026-01-05", 2, "Leave", "'..2026-01-05' is no leave I can read. "
        + "Write the first and the last day, such as 2026-01-05..2026-03-31, or 2026-01-05.. where the end is not known.")]
    [InlineData("Name,Id,Days\nJo,P-1,most", 2, "Days", "'most' are no days I can read. Write Mon-Fri or Mon, Wed, Fri.")]
    [InlineData("Name,Id,Hours\nJo,P-1,3-6", 2, "Hours", "'3-6' are no hours I can read. Write from when until when, such as 15:00-18:00.")]
    [InlineData("Name,Id\nReed, Jo,P-1", 2, null, "'P-1' stands in column 3, which has no name. "
        + "If a cell holds the separator, put the cell in quotation marks; if the column is meant, name it.")]
    [InlineData("Name,Id\n\"Jo,P-1", 2, null, "a quotation mark is opened here and never closed. Close it, or take it out.")]
    public void A_mistake_names_its_line_and_column_and_what_to_write(string text, int line, string? column, string sentence) =>
        Assert.Equal([new RosterMistake(line, column, sentence)], Mistakes(text));

    [Theory]
    [InlineData("", "the file is empty. Begin it with a row such as Name,Id,Email,Kind, then write a line for each person.")]
    [InlineData("Name,Id\n\n", "the file names nobody. Write a line for each person below the column names.")]
    [InlineData("Jo,P-1\nSam,P-2",
        "this is no row of column names. Begin the file with a row such as Name,Id,Email,Kind,Starts,Ends,Leave,Days,Hours.")]
    [InlineData("Id,Kind\nP-1,staff", "no column holds the names. Call the one that does Name.")]
    [InlineData("Name,Kind\nJo,staff", "no column says who is who for good. Add a column Id or a column Email.")]
    [InlineData("Id,Name,Object id\nP-1,Jo,P-2",
        "the columns 'Id' and 'Object id' both say the id. Keep one of them and give the other a name of its own, or take it out.")]
    public void A_file_without_what_it_needs_says_what_is_missing(string text, string sentence) =>
        Assert.Equal([sentence], Mistakes(text).Select(mistake => mistake.Sentence));

    [Fact]
    public void A_workbook_is_told_from_a_table() => Assert.Equal(
        "line 1: this is a workbook. In Excel choose Save As, then CSV UTF-8, and give me that file.",
        RosterFile.FromBytes([0x50, 0x4B, 3, 4, 0, 0]).Mistakes.Single().ToString());

    [Fact]
    public void An_id_on_two_lines_is_named_with_both_also_where_the_first_is_faulty() => Assert.Equal(
        [
            "line 3, Starts: 'soon' is no day I can read. " + DayExamples + " Leave it empty where nobody knows.",
            "line 5, Id: the id 7f3c2a10-9b4e-4d21-8c55-0a1b2c3d4e5f is on line 3 too, for Jo Reed, and here on line 5. "
                + "Each person has one line: take one of the two out, or correct it.",
        ],
        Mistakes("Name,Id,Starts\nSam,P-1,\nJo Reed,7f3c2a10-9b4e-4d21-8c55-0a1b2c3d4e5f,soon\n\nJo,7F3C2A10-9B4E-4D21-8C55-0A1B2C3D4E5F,")
            .Select(mistake => mistake.ToString()));

    [Theory]
    [InlineData("Jo,,club@school.example\nJo Reed,,CLUB@school.example", "the email CLUB@school.example is on line 2 too, for Jo, and here on line 3. "
        + "Each person has one line: take one of the two out, or correct it.")]
    [InlineData("Jo,P-1,club@school.example\nJo Reed,,club@school.example", "club@school.example is on line 2 too, for Jo, and here on line 3. "
        + "One of the two has no id: write it, or take the line out.")]
    [InlineData("Jo,,club@school.example\nJo Reed,P-1,club@school.example", "club@school.example is on line 2 too, for Jo, and here on line 3. "
        + "One of the two has no id: write it, or take the line out.")]
    public void An_email_on_two_lines_is_a_mistake_where_it_is_somebodys_only_mark(string lines, string sentence) =>
        Assert.Equal([sentence], Mistakes("Name,Id,Email\n" + lines).Select(mistake => mistake.Sentence));

    [Fact]
    public void Two_people_with_ids_of_their_own_may_share_a_mailbox() =>
        Assert.Empty(RosterFile.FromText("Name,Id,Email\nJo,P-1,club@school.example\nSam,P-2,club@school.example").Mistakes);

    [Fact]
    public void All_mistakes_are_seen_at_once_on_the_lines_where_they_stand()
    {
        var mistakes = Mistakes("Name,Id,Kind,Starts,Leave\n\"Jo\nReed\",P-1,cook,31/02/2026,\"x..\n..y\"\n,P-2,staff,,\nSam,P-3,staff,,");

        Assert.Equal([(3, "Starts"), (3, "Kind"), (3, "Leave"), (3, "Leave"), (5, "Name")], mistakes.Select(mistake => (mistake.Line, mistake.Column)));
    }

    private static IReadOnlyList<RosterMistake> Mistakes(string text)
    {
        var reading = RosterFile.FromText(text);
        Assert.Null(reading.Roster);
        return reading.Mistakes;
    }
}

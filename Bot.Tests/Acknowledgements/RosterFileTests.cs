using System.Text;
using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using static PolicyBot.Tests.Acknowledgements.Days;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class RosterFileTests
{
    [Fact]
    public void A_whole_line_is_read()
    {
        var person = Only("Full name,Object ID,UPN,Role type,Start_Date,LEAVING DATE,Absence,Working days,Hours\r\n"
            + "\"Reed,\r\nJo\",7F3C2A10-9B4E-4D21-8C55-0A1B2C3D4E5F,Jo@school.example,Agency staff,01/09/2025,31 August 2027,"
            + "2026-06-01..; 05/01/2026..2026-03-31,\"Mon, Wed\",15:00-18:00\r\n");

        Assert.Equal(("Reed, Jo", PersonId.Parse("7f3c2a10-9b4e-4d21-8c55-0a1b2c3d4e5f"), PersonKind.Agency), (person.Name, person.Id, person.Kind));
        Assert.Equal(("Jo@school.example", Day("2025-09-01"), Day("2027-08-31")), (person.Email, person.Starts, person.Ends));
        Assert.Equal([new DayRange(Day("2026-01-05"), Day("2026-03-31")), new DayRange(Day("2026-06-01"), null)], person.Leaves);
        Assert.Equal("Mon, Wed 15:00-18:00", person.WorkingDays.ToString());
    }

    [Theory]
    [InlineData("Name,Id\nJo,P-1")]
    [InlineData("Name;Id;Leave\nJo;P-1;")]
    [InlineData("Staff name\tEmployee ID\nJo\tP-1\n")]
    [InlineData("sep=;\r\nName;Id\r\nJo;P-1\r\n")]
    [InlineData("\uFEFF\n\nname,id\n,,\nJo,P-1\n\n")]
    [InlineData("\"Name\",\"Notes, or more\",\"Id\"\nJo,,P-1")]
    public void The_separator_is_found_and_empty_lines_are_skipped(string text)
    {
        var person = Only(text);

        Assert.Equal(("Jo", "P-1"), (person.Name, person.Id.Value));
        Assert.Equal(WorkingDays.MondayToFriday, person.WorkingDays);
    }

    [Theory]
    [InlineData("name", "Full Name", "STAFF NAME", "displayName")]
    [InlineData("id", "Object Id", "entra id", "Employee_ID")]
    [InlineData("email", "Mail", "UPN", "E-mail")]
    [InlineData("kind", "Type", "Role Type", "kind")]
    [InlineData("starts", "Start Date", "start", "startdate")]
    [InlineData("ends", "End Date", "Leaving date", "ENDS")]
    [InlineData("leave", "Absence", "LEAVE", "absence")]
    [InlineData("days", "Working days", "Days", "working-days")]
    [InlineData("hours", "Working hours", "Hours", "HOURS")]
    public void A_column_may_have_any_of_its_names(params string[] names) =>
        Assert.All(names, name => Assert.Equal(1, new RosterHeader(new CsvRow(1, [new CsvCell(name, 1)])).Understood));

    [Fact]
    public void Who_has_no_id_is_known_by_their_email() =>
        Assert.Equal("mail:jo@school.example", Only("Name,Id,Email\nJo,,Jo@School.example").Id.Value);

    [Fact]
    public void What_looks_like_a_formula_is_a_name() => Assert.Equal("=1+1", Only("Name,Id\n=1+1,P-1").Name);

    [Theory]
    [InlineData("UTF-8", false)]
    [InlineData("UTF-8", true)]
    [InlineData("UTF-16", true)]
    public void Names_with_accents_are_read_however_the_file_was_saved(string encoding, bool withMark)
    {
        var saved = Encoding.GetEncoding(encoding);
        var reading = RosterFile.FromBytes([.. withMark ? saved.GetPreamble() : [], .. saved.GetBytes("Name,Id,Kind\nZoë Núñez,P-1,staff")]);

        Assert.Equal("Zoë Núñez", reading.Roster?.People.Single().Name);
        Assert.Empty(reading.Notes);
    }

    [Fact]
    public void A_file_that_is_no_UTF_8_is_read_as_Windows_1252_and_says_so()
    {
        var reading = RosterFile.FromBytes([.. "Name,Id,Kind\nZo"u8, 0xEB, .. " O"u8, 0x92, .. "Neill,P-1,staff"u8]);

        Assert.Equal("Zoë O’Neill", reading.Roster?.People.Single().Name);
        Assert.Equal(["The file is not in UTF-8 and was read as Windows-1252. Look at the names with accents."], reading.Notes);
    }

    [Fact]
    public void A_column_that_is_not_read_is_named() => Assert.Equal(
        ["The column 'Payroll' is not read.", "No column says the kind, so everybody counts as staff. Add a column Kind where that is not so."],
        RosterFile.FromText("Name,Payroll,Id,\nJo,7,P-1,").Notes);

    [Theory]
    [InlineData("07:30-09:00, 15:00-18:00")]
    [InlineData("3pm-6pm and 7.30-9.00")]
    [InlineData("7:30 to 9:00 / 15:00 to 18:00")]
    public void Split_shifts_are_read_as_the_span_that_holds_them_and_that_is_said(string hours)
    {
        var reading = RosterFile.FromText($"Name,Id,Kind,Hours\nSam,P-1,staff,\nJo,P-2,staff,\"{hours}\"");

        Assert.Equal("07:30-18:00", reading.Roster?.People[1].WorkingDays.Hours.ToString());
        Assert.Equal([$"line 3, Hours: '{hours}' is read as 07:30-18:00, the break included."], reading.Notes);
    }

    [Theory]
    [InlineData("07:30-09:00, 3-6")]
    [InlineData("09:00-07:30, 15:00-18:00")]
    [InlineData(", ;")]
    public void Of_split_shifts_each_must_be_readable(string hours) =>
        Assert.Equal("Hours", RosterFile.FromText($"Name,Id,Hours\nJo,P-2,\"{hours}\"").Mistakes.Single().Column);

    [Fact]
    public void A_file_is_read_from_its_path()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "Name,Id\nJo,P-1");

        var reading = RosterFile.Read(path);

        File.Delete(path);
        Assert.Equal("Jo", reading.Roster?.People.Single().Name);
        Assert.Equal([new RosterMistake(1, null, $"there is no file {path}. Check its name and folder.")], RosterFile.Read(path).Mistakes);
    }

    [Fact]
    public void A_trust_of_100_000_people_is_read_whole()
    {
        var lines = Enumerable.Range(1, 100_000).Select(number =>
            $"\"Person, {number}\",{new Guid(number, 0, 0, new byte[8])},p{number}@trust.example,staff,2020-09-01,,2026-01-05..2026-03-31,Mon-Thu,15:00-18:00");

        var reading = RosterFile.FromText($"Name,Id,Email,Kind,Starts,Ends,Leave,Days,Hours\r\n{string.Join("\r\n", lines)}\r\n");

        Assert.Empty(reading.Mistakes);
        Assert.Equal(100_000, reading.Roster?.On(Day("2026-02-01")).OnLeave.Count);
    }

    private static StaffMember Only(string text)
    {
        var reading = RosterFile.FromText(text);
        Assert.Empty(reading.Mistakes);
        return Assert.Single(reading.Roster!.People);
    }
}

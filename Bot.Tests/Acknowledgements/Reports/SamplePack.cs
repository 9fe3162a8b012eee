using System.Text;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Reports.Pack;
using static PolicyBot.Tests.Acknowledgements.Reports.WrittenRegister;

namespace PolicyBot.Tests.Acknowledgements.Reports;

/// <summary>A club of 40 people of every state and every kind of name. POLICYBOT_PACK names a folder to find its files in afterwards.</summary>
internal static class SamplePack
{
    private static readonly string[] Names =
    [
        "Zoë Adeyemi", "Aisha Khan", "Ben Carter", "Siobhán O’Sullivan", "Chloe Davies", "Dan Hughes", "María José Fernández-Castellanos de la Vega", "Priya Patel", "George Evans", "Hannah Lewis",
        "Nguyễn Thị Minh Khai", "Ivy Turner", "Jack Morris", "Kasia Wójcik", "Liam Scott", "Mia Edwards", "محمد الأحمد", "Noah Bennett", "Olivia Wood", "Poppy Clarke",
        "Quentin <b>Hall</b>", "Ruby Green", "Sam \"Sammy\" Reed", "Tom Baker", "Uma Rao", "Violet Young", "Will King", "Xanthe Wright", "Yusuf Ali", "Zac Hill",
        "Abe Ng", "Bea Stone", "Cy Fox", "Dee Lane", "Eve Marsh", "Finn Cole", "Gus Park", "Hal Dean", "Ida Frost", "Joy West",
    ];

    private static readonly string[] Refusals = ["403 ConversationBlockedByUser", "403 ForbiddenOperationException"];

    public static PolicyReport Report()
    {
        var register = new WrittenRegister();
        StaffMember[] people = [.. Names.Select((name, number) => Person(number, name))];
        foreach (var (person, number) in people.Select((person, number) => (person, number)))
            Write(register, person.Id.Value, number, Start.AddDays(number / 4).AddMinutes(number * 7));

        return register.Report(people);
    }

    public static string Page(PolicyReport report)
    {
        using var file = new MemoryStream();
        EvidencePack.Write(report, "I have read it.", file);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static StaffMember Person(int number, string name)
    {
        var kind = number % 9 == 8 ? PersonKind.Volunteer : number % 13 == 12 ? PersonKind.Agency : PersonKind.Staff;
        return number switch
        {
            30 => Staff.Member("P-17", name, PersonKind.Volunteer),
            33 => Staff.Member(number, name, kind, leave: ("2026-09-01", "2027-01-12")),
            34 => Staff.Member(number, name, kind, leave: ("2026-10-05", "")),
            37 or 38 or 39 => Staff.Member(number, name, kind, ends: "2026-10-23"),
            _ => Staff.Member(number, name, kind),
        };
    }

    private static void Write(WrittenRegister register, string person, int number, DateTimeOffset at)
    {
        if (number is 28 or 30)
            return;

        register.Write(person, Asked(), at);
        if (number is 31 or 32)
            register.Write(person, Undeliverable(Refusals[number - 31]), at.AddMinutes(1));
        else if (number == 35)
            register.Write(person, Exempted with { Reason = "Works in the kitchen only, without the children" }, at.AddDays(2));
        else if (number == 29)
            register.Write(person, OnPaper, at.AddDays(9));
        else
            Follow(register, person, number, at);
    }

    private static void Follow(WrittenRegister register, string person, int number, DateTimeOffset at)
    {
        register.Write(person, Delivered, at.AddSeconds(2));
        if (number is >= 22 and < 28)
            register.Write(person, Asked("reminder+7"), at.AddDays(7));

        if (number is 22 or 23 or 33 or 34)
            return;

        register.Write(person, Opened, at.AddDays(1));
        if (number is 24 or 25)
            register.Write(person, new RegisterEvent.WantsToTalk(), at.AddDays(1).AddMinutes(9));
        else if (number != 26)
            Confirm(register, person, number, at.AddDays(1));
    }

    private static void Confirm(WrittenRegister register, string person, int number, DateTimeOffset at)
    {
        string[] clauses = ["reputation", "offence", "photographs", "invitations", "discussing"];
        foreach (var (clause, place) in clauses.Select((clause, place) => (clause, place)))
            register.Write(person, new RegisterEvent.Understood(clause, (number + place) % 11 != 0, number % (place + 2) == 1 ? 2 : 1), at.AddMinutes(place + 1));

        register.Write(person, Acknowledged(PolicyBot.Acknowledgements.ReceiptNumber.Of(person, WrittenRegister.Version, at)), at.AddMinutes(8));
    }
}

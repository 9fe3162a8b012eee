using PolicyBot.Language;

namespace PolicyBot.Tests.Language;

public sealed class LocalRedactorTests
{
    [Theory]
    [InlineData("07700 900123")]
    [InlineData("07700900123")]
    [InlineData("077 0090 0123")]
    [InlineData("0 7 7 0 0 9 0 0 1 2 3")]
    [InlineData("07700-900-123")]
    [InlineData("o7700 900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44(0)7700 900123")]
    [InlineData("0044 7700 900123")]
    [InlineData("447700900123")]
    [InlineData("(01732) 555123")]
    [InlineData("01732 555 123")]
    [InlineData("020 7946 0958")]
    [InlineData("+353 86 123 4567")]
    public void A_phone_number_is_found_in_every_spelling(string number) =>
        Assert.Equal("ring [phone number] or 999", Redact($"ring {number} or 999"));

    [Theory]
    [InlineData("her number is 555 123 ok", "her number is [phone number] ok")]
    [InlineData("07700900123/07700900456", "[phone number]/[phone number]")]
    [InlineData("mum (07700 900123) rang", "mum ([phone number]) rang")]
    [InlineData("call childline on 0800 1111, 0808 800 5000, 03000 41 08 88 or 116 123", "call childline on 0800 1111, 0808 800 5000, 03000 41 08 88 or 116 123")]
    [InlineData("ref 123456789 for 20 20 20 kids", "ref 123456789 for 20 20 20 kids")]
    public void Numbers_of_people_go_and_others_stay(string text, string redacted) => Assert.Equal(redacted, Redact(text));

    [Theory]
    [InlineData("mail jo.b+x@mail.school.org.uk.", "mail [email].")]
    [InlineData("mail jo.bloggs at gmail dot com", "mail [email]")]
    [InlineData("mail jo @ hotmail.co.uk", "mail [email]")]
    [InlineData("meet @ 3pm or @3.30pm @ the gate", "meet @ 3pm or @3.30pm @ the gate")]
    [InlineData("@everyone @the gate", "@everyone @the gate")]
    [InlineData("tag @leo_mum or leo_mum22", "tag [username] or [username]")]
    [InlineData("my snap is leo.b14", "my snap is [username]")]
    [InlineData("his username: dragonslayer9", "his username: [username]")]
    [InlineData("my insta is private, on snap 2day", "my insta is private, on snap 2day")]
    [InlineData("see https://www.facebook.com/x.y.1?z=1, ok", "see [link], ok")]
    [InlineData("see wa.me/447700900123", "see [link]")]
    [InlineData("facebook.com and https://www.gov.uk/report and www.nspcc.org.uk/help", "facebook.com and https://www.gov.uk/report and www.nspcc.org.uk/help")]
    [InlineData("we had it at club.can i post it", "we had it at club.can i post it")]
    public void Addresses_on_the_net_go_and_platforms_stay(string text, string redacted) => Assert.Equal(redacted, Redact(text));

    [Theory]
    [InlineData("dob 3.5.17", "dob [date of birth]")]
    [InlineData("born 3rd of May 2017", "born [date of birth]")]
    [InlineData("born in june 2017", "born in [date of birth]")]
    [InlineData("12th june is his birthday", "[date of birth] is his birthday")]
    [InlineData("the trip on 23/09/2021 or 2021-09-23", "the trip on [date] or [date]")]
    [InlineData("June 12th, 2019", "[date]")]
    [InlineData("October 2021, next friday, 12th june, 3.30, 12/6, 2021/22", "October 2021, next friday, 12th june, 3.30, 12/6, 2021/22")]
    [InlineData("section 4.2.12 of the policy", "section 4.2.12 of the policy")]
    public void Full_dates_and_birthdays_go(string text, string redacted) => Assert.Equal(redacted, Redact(text));

    [Theory]
    [InlineData("14 Mill Lane", "[address]")]
    [InlineData("flat 2, 9 high st", "[address]")]
    [InlineData("at 22b Baker St., Ightham, TN15 9AB ok", "at [address] ok")]
    [InlineData("house 12 oak drive", "[address]")]
    [InlineData("lives on mill lane near us", "lives on [address] near us")]
    [InlineData("tn119qr or SW1A 1AA", "[address] or [address]")]
    [InlineData("2 close friends, 3 way chat, 1 park visit, 10 kids in the road, year 2 mill lane walk", "2 close friends, 3 way chat, 1 park visit, 10 kids in the road, year 2 mill lane walk")]
    [InlineData("s1 3rd in the race", "s1 3rd in the race")]
    public void Where_somebody_lives_goes(string text, string redacted) => Assert.Equal(redacted, Redact(text));

    [Theory]
    [InlineData("leos mum", "[name]'s mum")]
    [InlineData("Leo's mum", "[name]'s mum")]
    [InlineData("oliva mum rang", "[name] mum rang")]
    [InlineData("zbigniewas mum rang", "[name]'s mum rang")]
    [InlineData("the okafors", "the [name]")]
    [InlineData("mrs patel and mr o’brien-smith", "mrs [name] and mr [name]")]
    [InlineData("Mrs. Van Dijk", "Mrs. [name]")]
    [InlineData("Wiktoria Kowalska and J. Smith", "[name] and [name]")]
    [InlineData("tyler b in year 2", "[name] in year 2")]
    [InlineData("zoë, josé and Seán", "[name], [name] and [name]")]
    [InlineData("I spoke to Xochitl today", "I spoke to [name] today")]
    [InlineData("a girl called hope", "a girl called [name]")]
    [InlineData("hope said no, tell mark the time", "[name] said no, tell [name] the time")]
    [InlineData("summer jones", "[name]")]
    [InlineData("leo and summer", "[name] and [name]")]
    [InlineData("wills nan and may's dad", "[name]'s nan and [name]'s dad")]
    [InlineData("CAN I ADD LEOS MUM", "CAN I ADD [name]'s MUM")]
    public void A_person_is_not_named(string text, string redacted) => Assert.Equal(redacted, Redact(text));

    [Theory]
    [InlineData("may i ask, will you, mark my words, i hope so, we got a grant")]
    [InlineData("the roses in june, at dawn, what a joy, the bill came")]
    [InlineData("an app called yolo, a game called minecraft")]
    [InlineData("i miss the kids and the dr said so")]
    [InlineData("St Mary's school, victoria road, harry potter, jack and jill, poppy day")]
    [InlineData("my own hairdryer at work, my suncream")]
    [InlineData("her dad, his nan, the Manager, the Head, Year 2, X, Insta, Facebook")]
    public void What_only_looks_like_a_name_stays(string text) => Assert.Equal(text, Redact(text));

    [Fact]
    public void What_was_taken_out_is_told_by_its_place_in_the_original()
    {
        const string text = "😀 leos mum, 07700 900123";

        Assert.Equal([new Taken(DetailKind.Name, 3, 4), new Taken(DetailKind.PhoneNumber, 13, 12)], ShippedRedactor.Redactor.Redact(text).TakenOut);
    }

    [Fact]
    public void What_is_written_instead_names_nobody()
    {
        var once = MarkedMessage.Read("messages.txt").Select(message => Redact(message.Text)).ToList();

        Assert.Equal(once, once.Select(Redact));
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var texts = MarkedMessage.Read("messages.txt").Select(message => message.Text).ToList();
        var alone = texts.ConvertAll(Redact);

        Assert.All(Enumerable.Range(0, 8).AsParallel().Select(_ => texts.ConvertAll(Redact)), together => Assert.Equal(alone, together));
    }

    [Theory]
    [InlineData("(", 20_000)]
    [InlineData("0", 20_000)]
    [InlineData("0 ", 10_000)]
    [InlineData("a", 20_000)]
    [InlineData("a.", 10_000)]
    [InlineData("a@", 10_000)]
    [InlineData("a_", 10_000)]
    [InlineData("1 a ", 5_000)]
    [InlineData("flat 2 ", 3_000)]
    [InlineData("lives at ", 3_000)]
    [InlineData("born ", 4_000)]
    [InlineData("leos mum ", 2_000)]
    [InlineData("https://", 2_000)]
    [InlineData("insta is ", 2_000)]
    [InlineData("\u0301\ud83d", 5_000)]
    public void No_text_holds_it_up(string part, int times) =>
        Assert.NotNull(Redact(string.Concat(Enumerable.Repeat(part, times))));

    private static string Redact(string text) => ShippedRedactor.Redactor.Redact(text).Text;
}

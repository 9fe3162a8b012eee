using System.IO.Compression;
using System.Text;
using PolicyBot.Commands;
using PolicyBot.Policies.Import;

namespace PolicyBot.Tests.Policies.Import;

public sealed class UnreadableDocumentTests
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old.doc is in the old format of Word. Open it in Word and save it as .docx." },
        { "secret.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "secret.docx is protected with a password. Save it in Word without one." },
        { "scan.pdf", Encoding.UTF8.GetBytes("%PDF-1.7"), "scan.pdf is a PDF. Bring the Word document that it was made from, or copy its text into a .txt file." },
        { "rich.txt", Encoding.UTF8.GetBytes(@"{\rtf1"), "rich.txt is in Rich Text Format. Open it in Word and save it as .docx." },
        { "picture.txt", [0x89, 0x50, 0, 0], "picture.txt is no text. Bring a .docx, .md or .txt file." },
        { "renamed.docx", Encoding.UTF8.GetBytes("Phones Policy"), "renamed.docx is broken: it is no Word document inside. Open it in Word and save it anew." },
        { "cut.docx", new WordFile().Text("Phones Policy").ToBytes()[..600], "cut.docx is broken or protected. Open it in Word, save it anew without a password, and try again." },
        { "sheet.docx", Zip("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8.ToArray(), 1), "sheet.docx is no Word document inside. Bring a .docx, .md or .txt file." },
        { "bomb.docx", Zip("word/media/a.bin", new byte[1024 * 1024], 70), "bomb.docx unpacks to more than a policy can be. Copy its text into a new Word document and bring that." },
        { "deep.docx", Zip("word/document.xml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 400)) + string
            .Concat(Enumerable.Repeat("</a>", 400))), 1), "deep.docx unpacks to more than a policy can be. Copy its text into a new Word document and bring that." },
        { "large.txt", new byte[DocumentFile.MostBytes + 1], "large.txt is larger than 5 MB. Take the pictures out of it, or save its text alone." },
    };

    [Theory, MemberData(nameof(Files))]
    public void What_cannot_be_read_says_in_a_sentence_what_to_do(string name, byte[] document, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<UnreadableDocumentException>(() => DocumentFile.Read(document, name)).Message);

    [Fact]
    public void A_file_that_is_not_there_is_told() => Assert.Equal(
        "There is no file none.docx. Write the name of a .docx, .md or .txt file.", Assert.Throws<UnreadableDocumentException>(() => DocumentFile.Read("none.docx")).Message);

    [Theory]
    [InlineData("", "There is no text in the document. If it is a scan, type or copy its text first.")]
    [InlineData("Page 1 of 2\n\f\nPage 2 of 2", "There is no text in the document. If it is a scan, type or copy its text first.")]
    public void A_document_without_text_is_refused(string pasted, string sentence) =>
        Assert.Equal(sentence, Assert.IsType<ImportResult.Refused>(PolicyImport.Read(pasted, ImportAnswers.Nothing)).Sentence);

    [Fact]
    public void A_document_as_long_as_a_handbook_is_refused() => Assert.StartsWith("The document is longer than a policy can be.",
        Assert.IsType<ImportResult.Refused>(PolicyImport.Read(string
            .Concat(Enumerable.Repeat("Staff must lock the door.\n\n", 20_000)), ImportAnswers.Nothing)).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("review-due=soon", "'soon' is no date I can read. Write it like September 2027, 30 September 2027 or Autumn Term 2027, or none.")]
    [InlineData("review=May 2027", "'review' is no question. Its keys: title, club, adopted, review-due, signed-by.")]
    [InlineData("review-due", "'review-due' is no answer. Write the key of the question, = and the answer, such as review-due=\"September 2027\".")]
    public void An_answer_that_cannot_be_one_says_why(string answer, string fault) => Assert.Equal(fault, ImportAnswers.Parse([answer]).Fault);

    [Theory]
    [InlineData("policy import a.docx --answer review-due=May --to x --id y --replace", "ImportPolicy { File = a.docx, To = x, Id = y, Answers = System.Collections.Generic.List`1[System.String], Replaces = True }")]
    [InlineData("policy confirm folder", "ConfirmPolicy { Folder = folder, Clauses = System.Collections.Generic.List`1[System.String] }")]
    public void The_commands_are_understood(string typed, string command) => Assert.StartsWith(command.Split("Answers")[0].Split("Clauses")[0], Command.Parse(typed.Split(' ')).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("policy import")]
    [InlineData("policy import a.docx b.docx")]
    [InlineData("policy import a.docx --to")]
    public void A_command_that_is_not_whole_says_what_it_needs(string typed) =>
        Assert.StartsWith("policy import", Assert.IsType<Command.Explain>(Command.Parse(typed.Split(' '))).Text, StringComparison.Ordinal);

    /// <summary>The same file many times over.</summary>
    private static byte[] Zip(string name, byte[] content, int times)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < times; i++)
            {
                using var file = zip.CreateEntry(i == 0 ? name : $"{i}/{name}").Open();
                file.Write(content);
            }

        return packed.ToArray();
    }
}

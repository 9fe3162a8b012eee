using PolicyBot.Language;

namespace PolicyBot.Tests.Language;

public sealed class MessageSetTests
{
    [Fact]
    public void What_must_go_from_the_first_hundred_messages_goes_and_nothing_else()
    {
        var figures = Measure("messages.txt");

        Assert.True(figures.Recall(Name) >= .95, figures.ToString());
        Assert.True(figures.Recall(NoName) >= .98, figures.ToString());
        Assert.True(figures.Precision(_ => true) >= .95, figures.ToString());
    }

    [Fact]
    public void From_sixty_messages_it_was_never_tuned_on_most_goes_and_little_else()
    {
        var figures = Measure("messages-2.txt");

        Assert.True(figures.Recall(Name) >= .9, figures.ToString());
    }

    private static bool Name(DetailKind kind) => kind is DetailKind.Name;

    private static bool NoName(DetailKind kind) => kind is not DetailKind.Name;

    private static Figures Measure(string file)
    {
        var figures = Figures.Of(MarkedMessage.Read(file), ShippedRedactor.Redactor.Redact);
        TestContext.Current.SendDiagnosticMessage($"{file}{Environment.NewLine}{figures}");
        return figures;
    }
}

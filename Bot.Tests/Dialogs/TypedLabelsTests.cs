using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>Typed answers are as good as buttons, in every scenario as it ships.</summary>
public sealed class TypedLabelsTests
{
    private readonly Talk _talk = Talk.WithShipped();

    [Fact]
    public void A_label_typed_leads_where_its_button_leads() => Assert.Empty(Astray(value => value.Label));

    [Fact]
    public void A_label_typed_in_a_hurry_leads_where_its_button_leads() => Assert.Empty(Astray(value => Hurried(value.Label)));

    [Fact]
    public void The_short_answer_typed_leads_where_its_button_leads() => Assert.Empty(Astray(value => value.Short));

    [Fact]
    public void The_short_answer_typed_in_a_hurry_leads_where_its_button_leads() => Assert.Empty(Astray(value => Hurried(value.Short)));

    [Fact]
    public void The_number_typed_leads_where_its_button_leads() => Assert.Empty(Astray((fact, value) =>
        (fact.Values.ToList().IndexOf(value) + 1).ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void A_listed_reply_leads_where_its_button_leads() => Assert.Empty(Astray((_, value) => value.Typed));

    [Theory]
    [InlineData("not sure")]
    [InlineData("I'm not sure")]
    [InlineData("dunno")]
    [InlineData("maybe")]
    [InlineData("probably")]
    [InlineData("it depends")]
    public void Doubt_is_taken_as_not_sure_by_every_question(string doubt) =>
        Assert.Empty(Astray((_, value) => value.IsNotSure ? doubt : value.Label));

    /// <summary>Nothing else hears it before the question it may belong to.</summary>
    [Fact]
    public void What_a_button_says_is_known_although_it_sounds_like_a_worry()
    {
        var heard = _talk.Hear("no nobody knows");

        Assert.IsType<Answer.Safeguarding>(heard.Answer);
        Assert.True(_talk.MayBeChosen(heard));
        Assert.False(_talk.MayBeChosen(_talk.Hear("nobody knows what he does to her")));
    }

    private List<string> Astray(Func<FactValue, string> typed) => Astray((_, value) => typed(value));

    private List<string> Astray(Func<Fact, FactValue, string> typed) => Astray((fact, value) => [typed(fact, value)]);

    private List<string> Astray(Func<Fact, FactValue, IEnumerable<string>> typed) => [.. from question in ShippedDialogs.Questions
        from value in question.Fact.Values
        from text in typed(question.Fact, value)
        let pressed = Describe(Pressed(question.Scenario, question.Told, question.Fact, value))
        let said = Describe(Said(question.Scenario, question.Told, text))
        where pressed != said
        select $"{question.Scenario.Id} {question.Fact.Name}/{value.Name}: '{text}' → {said}, its button → {pressed}"];

    private DialogReply Pressed(Scenario scenario, Told told, Fact fact, FactValue value)
    {
        _talk.Press(new Press.Begin(scenario.Id.Value, told));
        return _talk.Press(fact.Name, value.Name)[0];
    }

    private DialogReply Said(Scenario scenario, Told told, string text)
    {
        _talk.Press(new Press.Begin(scenario.Id.Value, told));
        return _talk.Say(text)[0];
    }

    /// <summary>A worry typed comes with steps of its own kind, which is as good as the route of the button.</summary>
    private static string Describe(DialogReply reply) => reply switch
    {
        DialogReply.Asks { Note: Note.None } asks => $"asks {asks.Fact.Name} of {asks.Progress.Told}",
        DialogReply.Ends ends => $"ends {ends.Outcome.Name} of {ends.Told}",
        DialogReply.Route or DialogReply.Answers { Answer: Answer.Safeguarding } => "route",
        _ => reply.GetType().Name,
    };

    private static string Hurried(string text) =>
        new([.. text.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')]);
}

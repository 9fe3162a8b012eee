using System.Text.Json;
using PolicyBot.Acknowledgements;
using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Teams;

namespace PolicyBot.Tests.Teams;

/// <summary>What is remembered of a conversation comes back as it was written, also by an earlier or later program.</summary>
public sealed class ConversationMemoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_kind_of_dialog_comes_back_as_it_was()
    {
        Progress[] stack =
        [
            new Progress.InScenario("social-media/friend-request", "ab12", "1-a", Now) { Facts = [new("known", "club", IsFromStory: true), new("talk", "never")], Correcting = "talk", Step = 2 },
            new Progress.Choosing("Where is it?", [new Choice("Here", "It is here."), new Choice("There", "It is there.")], "2-a", Now) { Misunderstood = 1 },
            new Progress.Drafting("May we?", "social-media", "3-a", Now) { IsTakenUp = true },
            new Progress.Drafting(null, null, "4-a", Now),
            new Progress.Answering("Q4K7", "5-a", Now) { Interrupted = 3 },
            new Progress.Acknowledging("social-media", "93dddb90", "6-a", Now) { Quiz = new QuizState("1f", ["photographs", "offence"], [new Answered("empty-hall", "photographs", IsRight: false)]) },
            new Progress.Acknowledging("social-media", "93dddb90", "7-a", Now),
        ];

        var read = Read(Write(new ConversationMemory { IsWelcomed = true, Dialogs = new DialogState { Begun = 5, Stack = stack } }));

        Assert.True(read.IsWelcomed);
        Assert.Equal(5, read.Dialogs!.Begun);
        Assert.Equivalent(stack, read.Dialogs.Stack, strict: true);
        Assert.Equal(stack.Select(each => each.GetType()), read.Dialogs.Stack.Select(each => each.GetType()));
    }

    [Fact]
    public void Every_kind_there_is_was_tried() =>
        Assert.Equal(5, typeof(Progress).GetNestedTypes(System.Reflection.BindingFlags.NonPublic).Count(type => type.IsSubclassOf(typeof(Progress))));

    [Fact]
    public void A_dialog_of_a_later_program_is_over_and_the_others_stay()
    {
        var json = Write(new ConversationMemory { Dialogs = new DialogState { Begun = 2, Stack = [new Progress.Answering("Q4K7", "1-a", Now), new Progress.Drafting("May we?", null, "2-a", Now)] } });

        var read = Read(json.Replace("\"drafting\"", "\"dreaming\"", StringComparison.Ordinal));

        Assert.IsType<Progress.Answering>(Assert.Single(read.Dialogs!.Stack));
        Assert.Equal(2, read.Dialogs.Begun);
    }

    [Fact]
    public void Where_there_never_was_a_dialog_nothing_is_written_of_one_and_nobody_waits()
    {
        Assert.DoesNotContain("dialogs", Write(new ConversationMemory()), StringComparison.Ordinal);
        Assert.Null(Read("""{"version":1,"isWelcomed":true}""").WaitsUntil);
    }

    [Fact]
    public void A_dialog_is_waited_for_until_its_day_is_over() => Assert.Equal(
        Now.AddHours(24), new ConversationMemory { Dialogs = new DialogState { Stack = [new Progress.Answering("Q4K7", "1-a", Now)] } }.WaitsUntil);

    private static string Write(ConversationMemory memory) => JsonSerializer.Serialize(memory, MemoryJson.Default.ConversationMemory);

    private static ConversationMemory Read(string json) => JsonSerializer.Deserialize(json, MemoryJson.Default.ConversationMemory)!;
}

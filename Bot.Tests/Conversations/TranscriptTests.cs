using Microsoft.Extensions.DependencyInjection;
using PolicyBot.BotFramework;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Conversations;

/// <summary>What can be written in a transcript, played to a bot that is no school's.</summary>
public sealed class TranscriptTests : IAsyncDisposable
{
    private readonly TranscriptBots _bots = new();

    public async ValueTask DisposeAsync() => await _bots.DisposeAsync();

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public Task Buttons_are_pressed_once_again_late_and_on_old_clients(string provider) => PlayAsync(provider, """
        # A card is pressed.
        staff> one
        bot card> one

        **Pressed 0 times?**

        [Yes] [Say] [Fail]

        ⚠ [A child may be unsafe]
        More: [Cancel]

        staff presses> Yes
        bot updates card> again

        **Pressed 1 times?**

        [Yes] [Say] [Fail]

        ⚠ [A child may be unsafe]
        More: [Cancel]

        staff presses again> Yes
        bot updates card> again

        **Pressed 1 times?**

        [Yes] [Say] [Fail]

        ⚠ [A child may be unsafe]
        More: [Cancel]

        staff presses old> Yes
        bot updates card> again

        **Pressed 1 times?**

        [Yes] [Say] [Fail]

        ⚠ [A child may be unsafe]
        More: [Cancel]

        staff presses> Say
        bot says at card> A word.

        staff presses> Fail
        bot refuses at card> 400 Not this one.

        staff submits> Cancel
        bot card> again

        **Pressed 4 times?**

        [Yes] [Say] [Fail]

        ⚠ [A child may be unsafe]
        More: [Cancel]

        staff presses> Nothing of the kind
        ! There is no button [Nothing of the kind].

        staff> how many
        bot> 4

        """);

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public Task The_manager_is_written_to_and_answers_and_time_goes_by(string provider) => PlayAsync(provider, """
        staff> ask
        bot card> **Ask**
        This would be sent.

        Your question: May I?

        [Send] [Send without a name] [Do not send]

        staff presses> Send {"text": "May I \"really\"?"}
        bot says at card> Sent.

        bot to manager card> **A question**
        Alex · today

        > May I "really"?

        Your answer:
        The words it rests on: (No clause), The rule

        [Answer]

        --- restart
        manager> how many
        bot> 0

        manager presses> Answer {"answer": "You may.", "clause": "rule"}
        bot says at card> Passed on.

        --- later 59m
        --- later 1m
        bot to staff> You may. (rule)

        manager presses again> Answer
        bot says at card> Passed on.

        --- later 2h
        staff> how many
        bot> 1

        """);

    private async Task PlayAsync(string provider, string approved)
    {
        var transcript = new Transcript("cards", approved.ReplaceLineEndings("\n") + "\n");
        await using var stage = await _bots.OpenAsync(transcript.Name, provider, isAlone: true, services => services.AddSingleton<IBot, CardBot>());

        Assert.Equal(transcript.Approved, await transcript.PlayAsync(stage));
    }
}

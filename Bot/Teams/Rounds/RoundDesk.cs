using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Rounds;

/// <summary>What the manager does with rounds, in the chat or on the command line: what is looked at, <see cref="RoundViews"/> has.</summary>
internal sealed class RoundDesk(RoundReader reader, RoundIntake intake, IRecordStore store, RoundOffice office)
{
    /// <returns>The policy of that id, or the only one there is.</returns>
    public Policy? PolicyOf(string? id) => reader.Library.Policies switch
    {
        [var only] when id is null => only,
        var all => all.FirstOrDefault(policy => policy.Id.Value == id),
    };

    public Task<Round?> OpenAsync(Policy policy, CancellationToken cancellationToken) => reader.OpenAsync(policy.Id.Value, cancellationToken);

    public IReadOnlyList<Policy> Policies => reader.Library.Policies;

    /// <summary>An open round of the same policy stops: this one takes its place.</summary>
    /// <param name="progress">Gets how many people of how many are in it.</param>
    /// <returns>Null where somebody else was quicker.</returns>
    public async Task<Round?> StartAsync(Policy policy, string by, string trigger, RoundBeginning beginning, Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var round = office.New(policy, by, trigger);
        var people = (await reader.RosterAsync(cancellationToken)).On(SchoolTime.DayOf(office.Now));
        var started = new RegisterEvent.RoundStarted(round.Id, by, trigger, people.Working.Count + people.OnLeave.Count);
        if (!await store.WriteAsync([.. beginning.Records, office.Entry(round, started), new RoundRecord.Started(round)], [], cancellationToken))
            return null;

        await intake.TakeInAsync(round, progress, cancellationToken, beginning.Signed);
        return round;
    }

    /// <inheritdoc cref="StartAsync(Policy, string, string, RoundBeginning, Action{int, int}?, CancellationToken)"/>
    public Task<Round?> StartAsync(Policy policy, string by, string trigger, Action<int, int>? progress, CancellationToken cancellationToken) =>
        StartAsync(policy, by, trigger, RoundBeginning.Plain, progress, cancellationToken);

    /// <returns>The round as it is now; null where it was steered by somebody else meanwhile, or stands as it is.</returns>
    public async Task<Round?> SteerAsync(Round round, RoundState to, string by, CancellationToken cancellationToken)
    {
        var today = SchoolTime.DayOf(office.Now);
        var after = to switch { RoundState.Paused => round.Paused(today), RoundState.Running => round.Resumed(today), _ => round with { State = RoundState.Stopped } };
        if (after.State == round.State)
            return null;

        var word = to switch { RoundState.Paused => "paused", RoundState.Running => "resumed", _ => "stopped" };
        var isKept = await store.WriteAsync([office.Entry(round, new RegisterEvent.RoundSteered(round.Id, by, word)), new RoundRecord.Steered(round, after)], [], cancellationToken);
        if (isKept && to is RoundState.Running)
            await intake.TakeInAsync(after, null, cancellationToken);
        return isKept ? after : null;
    }

    /// <summary>Reminds at once whoever was asked and has not confirmed; at night, as soon as the school opens.</summary>
    /// <param name="who">An id of the roster; null for all.</param>
    /// <returns>How many are reminded.</returns>
    public async Task<int> RemindAsync(Round round, string? who, CancellationToken cancellationToken)
    {
        var view = await reader.ViewAsync(round, cancellationToken);
        var moves = view.Roster.People.Where(person => (who is null || person.Id.Value == who) && view.Members.ContainsKey(person.Id.Value))
            .Select(person => office.Plan.RemindNow(round, view.Members[person.Id.Value], person, office.Now)).Where(move => move.Changes).ToList();
        var reminded = 0;
        foreach (var chunk in moves.Chunk(200))
        {
            var batch = office.Of(round, chunk, move => office.Plan.SoonestInSchoolTime(view.Roster.Find(PersonId.Parse(move.After.Person))!, office.Now));
            reminded += await store.WriteAsync(batch.Records, batch.Promises, cancellationToken) ? chunk.Length : 0;
        }

        return reminded;
    }

    /// <summary>Enters what one person did outside of the bot, or need not do.</summary>
    /// <returns>False where the person is not on the roster.</returns>
    public async Task<bool> EnterAsync(Policy policy, string person, RegisterEvent happened, CancellationToken cancellationToken)
    {
        if (!PersonId.TryParse(person, out var id) || (await reader.RosterAsync(cancellationToken)).Find(id) is null)
            return false;

        return await store.WriteAsync([new Registrations([new RegisterRecord(id.Value, policy.Id.Value, RegisterRecord.VersionOf(policy), happened, office.Now)])], [], cancellationToken);
    }
}

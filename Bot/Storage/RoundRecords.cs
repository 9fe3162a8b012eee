using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>Writes how rounds go on. State and time are what a row is known by: whoever confirmed meanwhile is not reminded.</summary>
internal sealed class RoundRecords : TurnRecordWriter<RoundRecord>
{
    protected override async Task<bool> WriteAsync(BotDatabase database, RoundRecord record, CancellationToken cancellationToken)
    {
        switch (record)
        {
            case RoundRecord.Started { Round: var round }:
                await database.Rounds.Where(row => row.Policy == round.Policy && row.State != (int)RoundState.Stopped)
                    .ExecuteUpdateAsync(row => row.SetProperty(open => open.State, (int)RoundState.Stopped), cancellationToken);
                database.Rounds.Add(RoundRows.From(round));
                return true;
            case RoundRecord.Steered(var before, var after):
                var pauses = RoundRows.Write(after.Pauses);
                return await database.Rounds.Where(row => row.Id == before.Id && row.State == (int)before.State).ExecuteUpdateAsync(
                    row => row.SetProperty(steered => steered.State, (int)after.State).SetProperty(steered => steered.Pauses, pauses), cancellationToken) == 1;
            case RoundRecord.Joined { Members: var members }:
                database.RoundMembers.AddRange(members.Select(RoundRows.From));
                return true;
            case RoundRecord.Moved { Moves: var moves }:
                foreach (var move in moves)
                    Move(database, move);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Only what changes is written, and only where the row is as it was read.</summary>
    private static void Move(BotDatabase database, Move move)
    {
        var row = RoundRows.From(move.Before);
        database.Attach(row);
        database.Entry(row).CurrentValues.SetValues(RoundRows.From(move.After));
    }
}

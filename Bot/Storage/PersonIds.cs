using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Storage;

/// <summary>The ids that one person has and had, as the roster's row keeps them.</summary>
internal static class PersonIds
{
    /// <summary>No id holds a line break.</summary>
    private const char Between = '\n';

    public static string Written(IEnumerable<PersonId> ids) => string.Join(Between, ids);

    public static IReadOnlyList<PersonId> Read(string ids) => ids.Length == 0 ? [] : [.. ids.Split(Between).Select(PersonId.Parse)];

    /// <returns>The id they have now, and those they had.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(BotDatabase database, string person, CancellationToken cancellationToken) =>
        [person, .. (await database.People.Where(row => row.Id == person).Select(row => row.EarlierIds).ToListAsync(cancellationToken)).SelectMany(Split)];

    /// <param name="person">An id of theirs, even one of before: to forget somebody is to forget all of them.</param>
    public static async Task<IReadOnlyList<string>> EverAsync(BotDatabase database, string person, CancellationToken cancellationToken)
    {
        var rows = await database.People.Where(row => row.Id == person || row.EarlierIds.Contains(person)).Select(row => new { row.Id, row.EarlierIds }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (string[])[row.Id, .. Split(row.EarlierIds)]).Where(ids => ids.Contains(person)).SelectMany(ids => ids).Append(person).Distinct()];
    }

    private static string[] Split(string ids) => ids.Split(Between, StringSplitOptions.RemoveEmptyEntries);
}

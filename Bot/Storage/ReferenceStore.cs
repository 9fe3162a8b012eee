using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyBot.BotFramework;
using PolicyBot.Storage.Rows;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>One row for each conversation; a person is found by the Entra object id in their personal one.</summary>
internal sealed class ReferenceStore(Databases databases, TimeProvider clock) : IReferenceStore
{
    public async Task SaveAsync(IReadOnlyList<ConversationReference> references, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await databases.WriteAsync(database => SaveAsync(database, references, clock.GetUtcNow(), cancellationToken), cancellationToken);
                return;
            }
            catch (DbUpdateException fault) when (DatabaseFaults.IsLostRace(fault))
            {
                // Another replica saw one of these conversations for the first time, too.
            }
        }
    }

    public Task<IReadOnlyDictionary<string, ConversationReference>> FindAsync(
        IReadOnlyCollection<Recipient> recipients, CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyDictionary<string, ConversationReference>>(async database =>
        {
            var conversations = recipients.OfType<Recipient.Conversation>().Select(each => each.Key.Value).ToList();
            var people = recipients.OfType<Recipient.Person>().Select(each => each.ObjectId).ToList();
            var rows = await database.References.AsNoTracking()
                .Where(row => conversations.Contains(row.Conversation) || people.Contains(row.Person!))
                .OrderBy(row => row.SeenAt).ToListAsync(cancellationToken);
            var found = new Dictionary<string, ConversationReference>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                found[row.Conversation] = Read(row);
                if (row.Person is { } person)
                    found[new Recipient.Person(person).Thread] = found[row.Conversation];
            }

            return found;
        });

    public Task<IReadOnlyList<ConversationReference>> TeamsAsync(CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<ConversationReference>>(async database =>
        {
            var rows = await database.References.AsNoTracking().Where(row => row.Team != null)
                .OrderByDescending(row => row.SeenAt).ToListAsync(cancellationToken);
            return [.. rows.Select(Read).GroupBy(reference => reference.Team!.Id).Select(Newest).OrderBy(reference => reference.Team!.Name, StringComparer.OrdinalIgnoreCase)];
        });

    public Task<string?> NewestServiceUrlAsync(CancellationToken cancellationToken) =>
        databases.ReadAsync(database => database.References.OrderByDescending(row => row.SeenAt)
            .Select(row => row.ServiceUrl).FirstOrDefaultAsync(cancellationToken));

    private static async Task<bool> SaveAsync(
        BotDatabase database, IReadOnlyList<ConversationReference> references, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = references.Select(reference => Row(reference, now)).ToList();
        var (conversations, people) = (rows.ConvertAll(row => row.Conversation), rows.Select(row => row.Person).OfType<string>().ToList());
        var known = await database.References.Where(row => conversations.Contains(row.Conversation))
            .Select(row => row.Conversation).ToHashSetAsync(cancellationToken);
        foreach (var row in rows)
            database.Entry(row).State = known.Contains(row.Conversation) ? EntityState.Modified : EntityState.Added;

        await database.SaveChangesAsync(cancellationToken);
        if (people.Count > 0)
            await database.Unreachable.Where(row => people.Contains(row.Person)).ExecuteDeleteAsync(cancellationToken);

        return true;
    }

    private static ReferenceRow Row(ConversationReference reference, DateTimeOffset now) => new()
    {
        Conversation = ConversationKey.Of(reference.ChannelId, reference.Conversation).Value,
        Person = reference.Person,
        Team = reference.Team?.Id,
        ServiceUrl = reference.ServiceUrl,
        Json = JsonSerializer.Serialize(reference, WireJson.Plain.ConversationReference),
        SeenAt = now,
    };

    /// <summary>Not every activity says the team's name.</summary>
    private static ConversationReference Newest(IGrouping<string, ConversationReference> team) =>
        team.First() with { Team = new TeamAccount(team.Key, team.Select(reference => reference.Team!.Name).FirstOrDefault(name => name is not null)) };

    private static ConversationReference Read(ReferenceRow row) =>
        JsonSerializer.Deserialize(row.Json, WireJson.Plain.ConversationReference)!;
}

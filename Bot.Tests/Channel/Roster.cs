using System.Collections.Concurrent;

namespace PolicyBot.Tests.Channel;

/// <summary>Who has the bot, and in which conversations it is.</summary>
internal sealed class Roster
{
    private readonly ConcurrentDictionary<string, Conversation> _conversations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Conversation> _personal = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>As Teams does: what nobody installed or opened is unknown. Else all conversations are taken.</summary>
    public bool KnowsConversations { get; set; }

    public IEnumerable<Conversation> Conversations => _conversations.Values;

    /// <summary>The person has the bot, for the first time or again.</summary>
    public Conversation Install(Person person)
    {
        var conversation = _conversations.GetOrAdd(person.ConversationId, id => new Conversation(id));
        (conversation.Members, conversation.Reach) = ([person], Reach.Open);
        return _personal[person.Id] = _personal[person.EntraId] = conversation;
    }

    public void Uninstall(Person person) => Install(person).Reach = Reach.Uninstalled;

    public void Block(Person person, bool inOlderShape = false) =>
        Install(person).Reach = inOlderShape ? Reach.WritesBlocked : Reach.Blocked;

    /// <summary>The bot is in a team; opened again, it has other members. They do not have the bot by this.</summary>
    public void OpenTeam(string conversationId, IReadOnlyList<Person> members) =>
        _conversations.GetOrAdd(conversationId, id => new Conversation(id)).Members = members;

    public Conversation? Find(string conversationId) => KnowsConversations
        ? _conversations.GetValueOrDefault(conversationId)
        : _conversations.GetOrAdd(conversationId, id => new Conversation(id));

    /// <summary>Looks without opening anything.</summary>
    public Conversation? Peek(string conversationId) => _conversations.GetValueOrDefault(conversationId);

    /// <param name="personId">Either id of the person.</param>
    public Conversation? FindPersonal(string personId)
    {
        if (_personal.TryGetValue(personId, out var conversation))
            return conversation;

        return KnowsConversations ? null : Install(new Person(personId, personId, personId));
    }
}

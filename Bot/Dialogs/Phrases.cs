using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>What staff say to steer a dialog.</summary>
internal enum Steering { None, Back, StartAgain, Cancel, Help, Explain, GoOn, Change }

/// <summary>What somebody wants to see of what the bot keeps: their own, or as the manager everybody's.</summary>
internal enum Looking { None, MyRecord, MyQuestions, Questions, Themes, Rounds, StartRound, Texts, Reviews }

/// <summary>phrases.yaml: the whole messages that steer a dialog or answer any question, and how a walk-through is asked for.</summary>
internal sealed class Phrases
{
    /// <summary>A longer message that begins with yes or no says something else as well.</summary>
    private const int MostAfterYes = 8;

    private readonly AnswerEngine _engine;
    private readonly Dictionary<string, Steering> _steering = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Looking> _looking = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsure, _yes, _no, _yesAlone, _noAlone, _yesLast, _noLast, _lists, _send, _sendWithoutName;
    private readonly List<string> _walks, _forManager;

    private Phrases(AnswerEngine engine, AuthoredEntry file)
    {
        _engine = engine;
        foreach (var (key, steering) in new[]
        {
            ("back", Steering.Back), ("start again", Steering.StartAgain), ("cancel", Steering.Cancel), ("help", Steering.Help),
            ("explain", Steering.Explain), ("go on", Steering.GoOn), ("change", Steering.Change),
        })
        {
            foreach (var phrase in Read(file, key))
                _steering[phrase] = steering;
        }

        (_yesLast, _noLast) = ([.. Read(file, "yes at the end")], [.. Read(file, "no at the end")]);
        (_yesAlone, _noAlone) = ([.. Read(file, "yes alone")], [.. Read(file, "no alone")]);
        (_unsure, _yes, _no, _lists) = ([.. Read(file, "not sure")], [.. Read(file, "yes")], [.. Read(file, "no")], [.. Read(file, "list")]);
        foreach (var (key, looking) in new[] { ("my questions", Looking.MyQuestions), ("my record", Looking.MyRecord), ("questions", Looking.Questions), ("themes", Looking.Themes), ("rounds", Looking.Rounds), ("start round", Looking.StartRound), ("texts", Looking.Texts), ("reviews", Looking.Reviews) })
            foreach (var phrase in Read(file, key))
                _looking[phrase] = looking;

        (_send, _sendWithoutName) = ([.. Read(file, "send")], [.. Read(file, "send without name")]);
        (HasRead, Confirm, TalkFirst) = (file.Required("has read"), file.Required("confirm"), file.Required("talk first"));
        _forManager = [.. file.Texts("ask manager").OrderByDescending(phrase => phrase.Length)];
        _walks = [.. Read(file, "walk").OrderByDescending(phrase => phrase.Length)];
    }

    /// <summary>The buttons of acknowledging.</summary>
    public string HasRead { get; }

    public string Confirm { get; }

    public string TalkFirst { get; }

    /// <param name="mistakes">Gets what is wrong in the file.</param>
    public static Phrases Load(AnswerEngine engine, ICollection<Mistake> mistakes) =>
        new(engine, AuthoredFile.Read(Path.Combine(AppContext.BaseDirectory, "Dialogs", "phrases.yaml"), mistakes));

    public Steering SteeringIn(IReadOnlyList<string> words) => _steering.GetValueOrDefault(Line(words));

    public Looking LookingIn(IReadOnlyList<string> words) => _looking.GetValueOrDefault(Line(words));

    public bool AsksForList(IReadOnlyList<string> words) => _lists.Contains(Line(words));

    /// <summary>Whether a message is nothing but a word to steer by, the number of an answer, or a bare yes, no or "not sure".</summary>
    public bool IsBare(IReadOnlyList<string> words) =>
        Line(words) is var line && ((line.Length is 1 or 2 && line.All(char.IsAsciiDigit)) || _steering.ContainsKey(line) || _send.Contains(line) || _sendWithoutName.Contains(line) || _unsure.Contains(line) || _yes.Contains(line) || _no.Contains(line) || _yesAlone.Contains(line) || _noAlone.Contains(line));

    /// <summary>Whether a message begins with doubt: "not sure, she knows my mum".</summary>
    public bool IsUnsure(IReadOnlyList<string> words) => BeginsWithAny(words, _unsure);

    public bool IsYes(IReadOnlyList<string> words) => _yesAlone.Contains(Line(words)) || (words.Count <= MostAfterYes && BeginsWithAny(words, _yes)) || EndsWithAny(words, _yesLast);

    public bool IsNo(IReadOnlyList<string> words) => _noAlone.Contains(Line(words)) || (words.Count <= MostAfterYes && BeginsWithAny(words, _no)) || EndsWithAny(words, _noLast);

    /// <returns>The words after "walk me through", or null where a message does not ask for it.</returns>
    public IReadOnlyList<string>? WalkIn(IReadOnlyList<string> words)
    {
        var line = Line(words);
        return _walks.Find(walk => line.StartsWith(walk, StringComparison.Ordinal)) is { } found ? [.. words.Skip(found.Split(' ').Length)] : null;
    }

    /// <returns>What follows "ask my manager", as it was typed; null where a message does not begin so.</returns>
    public string? ForManagerIn(string text) =>
        _forManager.Find(phrase => text.AsSpan().TrimStart().StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) is { } found
            ? text.TrimStart()[found.Length..].TrimStart(' ', ':', ',', '-', '.', '\n').TrimEnd()
            : null;

    public bool IsSend(IReadOnlyList<string> words) => _send.Contains(Line(words));

    public bool IsSendWithoutName(IReadOnlyList<string> words) => _sendWithoutName.Contains(Line(words));

    private static bool BeginsWithAny(IReadOnlyList<string> words, HashSet<string> phrases)
    {
        for (var length = Math.Min(words.Count, 5); length > 0; length--)
            if (phrases.Contains(Line(words.Take(length))))
                return true;

        return false;
    }

    private static bool EndsWithAny(IReadOnlyList<string> words, HashSet<string> phrases) =>
        Enumerable.Range(1, Math.Min(words.Count, 5)).Any(length => phrases.Contains(Line(words.Skip(words.Count - length))));

    private static string Line(IEnumerable<string> words) => string.Join(' ', words);

    private IEnumerable<string> Read(AuthoredEntry file, string key) => file.Texts(key).Select(phrase => Line(_engine.Read(phrase).Words));
}

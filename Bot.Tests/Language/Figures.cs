using System.Globalization;
using PolicyBot.Language;

namespace PolicyBot.Tests.Language;

/// <summary>
/// How much of what must go went, and how much of what went had to. A mark counts as gone when every letter and digit of
/// it is; a place taken out is right when it is of the marked kind and holds no letter or digit that had to stay.
/// </summary>
internal sealed class Figures
{
    private readonly List<string> _faults = [];
    private readonly Dictionary<DetailKind, (int Marked, int Gone, int Taken, int Right)> _byKind = [];

    public IReadOnlyList<string> Faults => _faults;

    public static Figures Of(IEnumerable<MarkedMessage> messages, Func<string, Redacted> redact)
    {
        var figures = new Figures();
        foreach (var message in messages)
            figures.Count(message, redact(message.Text));

        return figures;
    }

    public double Recall(Func<DetailKind, bool> of) => Share(of, figure => figure.Gone, figure => figure.Marked);

    public double Precision(Func<DetailKind, bool> of) => Share(of, figure => figure.Right, figure => figure.Taken);

    public override string ToString() => string.Join(Environment.NewLine,
        [.. _byKind.OrderBy(pair => pair.Key).Select(pair => Line(pair.Key.ToString(), kind => kind == pair.Key)), Line("all", _ => true), .. _faults]);

    private string Line(string name, Func<DetailKind, bool> of) => string.Create(CultureInfo.InvariantCulture,
        $"{name}: {Sum(of, figure => figure.Marked)} to go, recall {Recall(of):0.000}, precision {Precision(of):0.000}");

    private double Share(Func<DetailKind, bool> of, Func<(int Marked, int Gone, int Taken, int Right), int> part, Func<(int Marked, int Gone, int Taken, int Right), int> whole) =>
        Sum(of, whole) is var all and > 0 ? (double)Sum(of, part) / all : 1;

    private int Sum(Func<DetailKind, bool> of, Func<(int Marked, int Gone, int Taken, int Right), int> what) =>
        _byKind.Where(pair => of(pair.Key)).Sum(pair => what(pair.Value));

    private void Count(MarkedMessage message, Redacted redacted)
    {
        foreach (var mark in message.MustGo)
            Add(mark.Kind, message, redacted, isGone: Letters(message.Text, mark).All(at => redacted.TakenOut.Any(taken => Holds(taken, at))));
        foreach (var taken in redacted.TakenOut)
            Add(taken.Kind, message, redacted, isRight: Letters(message.Text, taken).All(at => message.MustGo.Any(mark => mark.Kind == taken.Kind && Holds(mark, at))));
    }

    private void Add(DetailKind kind, MarkedMessage message, Redacted redacted, bool? isGone = null, bool? isRight = null)
    {
        var (marked, gone, taken, right) = _byKind.GetValueOrDefault(kind);
        _byKind[kind] = (marked + (isGone is null ? 0 : 1), gone + (isGone is true ? 1 : 0), taken + (isRight is null ? 0 : 1), right + (isRight is true ? 1 : 0));
        if (isGone is false || isRight is false)
            _faults.Add($"{kind} {(isGone is false ? "stayed" : "should stay")}: {message.Text} => {redacted.Text}");
    }

    private static IEnumerable<int> Letters(string text, Taken place) =>
        Enumerable.Range(place.Start, place.Length).Where(at => char.IsLetterOrDigit(text[at]));

    private static bool Holds(Taken place, int at) => at >= place.Start && at < place.End;
}

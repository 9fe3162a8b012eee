using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PolicyBot.Acknowledgements.Rounds;

internal enum StepKind
{
    Issue,
    Reminder,
    Due,
    Manager,
    Weekly,

    /// <summary>At the manager's word; falls on the day that was reached.</summary>
    ByHand,
}

/// <summary>
/// One step of the ladder and the day of the person's clock on which it falls; written "reminder+7". The day tells
/// what is behind a person even when the settings have changed since.
/// </summary>
internal readonly record struct LadderStep(StepKind Kind, int Day)
{
    public static LadderStep Parse(string text) =>
        TryParse(text, out var step) ? step : throw new FormatException($"'{text}' is no step of the ladder.");

    public static bool TryParse([NotNullWhen(true)] string? text, out LadderStep step)
    {
        step = default;
        if (text?.Split('+') is not [var name, var number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !Enum.GetNames<StepKind>().Contains(name, StringComparer.OrdinalIgnoreCase))
            return false;

        step = new LadderStep(Enum.Parse<StepKind>(name, ignoreCase: true), day);
        return true;
    }

    public override string ToString() =>
        $"{Kind.ToString().ToLowerInvariant()}+{Day.ToString(CultureInfo.InvariantCulture)}";
}

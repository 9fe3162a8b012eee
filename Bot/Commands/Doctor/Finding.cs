namespace PolicyBot.Commands.Doctor;

/// <summary>What was looked at, and how it is.</summary>
/// <param name="About">In a word or two: "clock".</param>
/// <param name="Says">How it is; where it is not well, what is wrong and what to do.</param>
internal sealed record Finding(string About, Condition Condition, string Says)
{
    public static Finding Well(string about, string says) => new(about, Condition.Well, says);

    public static Finding Odd(string about, string says) => new(about, Condition.Odd, says);

    public static Finding Wrong(string about, string says) => new(about, Condition.Wrong, says);
}

/// <summary>Odd is what works, and is seldom meant.</summary>
internal enum Condition { Well, Odd, Wrong }

/// <summary>Looks at one side of an installation, and changes nothing.</summary>
internal interface IExamination
{
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken);
}

namespace PolicyBot.Policies;

/// <summary>
/// A date as the policy words it ("September 2023") and the day the bot takes it to mean. Where the words name
/// no day, the last day of the month is an assumption and <see cref="IsAssumed"/> says so.
/// </summary>
internal sealed record WrittenDate(string AsWritten, DateOnly Day, bool IsAssumed);

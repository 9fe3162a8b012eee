namespace PolicyBot.Reviews;

/// <summary>What is asked of whoever reviews a policy.</summary>
internal enum ReviewForm { None, Unchanged, Give, Paste }

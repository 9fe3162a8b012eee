using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>An entry of the register about one person, with as little as a report needs: there may be a million.</summary>
internal readonly record struct Happening(long Number, DateTimeOffset At, RegisterEvent Event)
{
    /// <summary>A correction that was corrected itself takes nothing out any more, so the last one is heard first.</summary>
    /// <returns>What counts, in its order.</returns>
    public static IReadOnlyList<Happening> Counting(List<Happening> all)
    {
        if (!all.Exists(each => each.Event is RegisterEvent.Corrected))
            return all;

        var taken = new HashSet<long>();
        foreach (var each in Enumerable.Reverse(all))
            if (each.Event is RegisterEvent.Corrected corrected && corrected.Entry < each.Number && !taken.Contains(each.Number))
                taken.Add(corrected.Entry);

        return [.. all.Where(each => !taken.Contains(each.Number))];
    }
}

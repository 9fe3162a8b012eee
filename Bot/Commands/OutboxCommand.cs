using PolicyBot.Turns;

namespace PolicyBot.Commands;

/// <summary>How far the outbox is, and whom it does not reach and why.</summary>
internal sealed class OutboxCommand(IOutboxStore outbox)
{
    public Task<int> RunAsync() => Command.WithDatabaseAsync(async () =>
    {
        var progress = await outbox.ProgressAsync(CancellationToken.None);
        Console.WriteLine(progress.Count == 0 ? "Nothing was promised yet." : $"{"",-32}{"promised",10}{"delivered",11}{"refused",9}{"waiting",9}");
        foreach (var campaign in progress)
            Console.WriteLine($"{campaign.Campaign ?? "replies",-32}{campaign.Promised,10:N0}{campaign.Delivered,11:N0}{campaign.Undeliverable,9:N0}{campaign.Waiting,9:N0}");

        var unreachable = await outbox.UnreachableAsync(CancellationToken.None);
        foreach (var reason in unreachable.GroupBy(person => person.Reason).OrderByDescending(people => people.Count()))
            Console.WriteLine($"\nNot reachable, {reason.Key}: {string.Join(", ", reason.Select(person => person.Person))}");

        return Command.Done;
    });
}

using System.Runtime.CompilerServices;
using PolicyBot.Reviews;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Reviews;

/// <summary>
/// The shipped policy, three years overdue, from the day the bot is installed through two years: put off, given away, reviewed without
/// change, then with another text, and late again. two-years.txt is what everybody heard, and reads like a diary.
/// </summary>
public sealed class TwoYearsOfReviewsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Postgres, 2)]
    public async Task Everybody_hears_of_each_prompt_once(string provider, int replicas)
    {
        using var database = new TestDatabase(provider);
        await using var years = await ReviewYears.BeginAsync(database, replicas);

        await years.UntilAsync("2026-12-01");
        await years.DoAsync("the manager puts it off", (steering, standing) => steering.LaterAsync(standing, 30, "Sam", Token));
        await years.UntilAsync("2027-01-11");
        await years.DoAsync("the manager gives it to Bo", (steering, standing) => steering.GiveAsync(standing, "Bo Reed", "Sam", Token));
        await years.UntilAsync("2027-02-25");
        await years.DoAsync("reviewed, nothing changes", (steering, standing) => steering.UnchangedAsync(standing, new ReviewEntry("The governing body", "24 February 2027", "September 2027"), "Sam", Token));
        await years.UntilAsync("2027-07-02");
        await years.KillOneInTheMiddleAsync();
        await years.UntilAsync("2027-09-27");
        await years.RewordAsync("September 2023", "September 2028");
        await years.UntilAsync("2028-11-23");

        Assert.Equal(await ApprovedAsync(years.Board.Text), years.Board.Text);
        Assert.Equal(years.RunTwice, years.Board.RunAgain.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<string> ApprovedAsync(string received)
    {
        var path = Path.Combine(Path.GetDirectoryName(ThisFile())!, "two-years.txt");
        var approved = File.Exists(path) ? (await File.ReadAllTextAsync(path, Token)).ReplaceLineEndings("\n").TrimEnd('\n') : "";
        if (approved != received)
            await File.WriteAllTextAsync(Path.ChangeExtension(path, ".received.txt"), received + "\n", Token);

        return approved;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

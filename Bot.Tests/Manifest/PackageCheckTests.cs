using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Manifest;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Manifest;

public sealed class PackageCheckTests(SharedBot shared)
{
    public static TheoryData<string> Planted => [.. Faults.All.Select(fault => fault.Key)];

    private PackageCheck Check => shared.Host.Services.GetRequiredService<PackageCheck>();

    [Fact]
    public void The_app_as_it_is_built_has_no_fault() =>
        Assert.Empty(Check.Faults(PackageBuild.Of(TheApp.Settings), TheApp.Settings));

    [Theory, MemberData(nameof(Planted))]
    public void A_planted_fault_is_found_and_nothing_else(string name)
    {
        var (plant, said) = Faults.All.Single(fault => fault.Key == name).Value;
        var app = new TheApp();

        plant(app);

        Assert.Equal(said.Split('\n'), Check.Faults(app.Package(), TheApp.Settings));
    }

    [Fact]
    public void A_zip_of_the_same_bot_with_a_higher_version_is_as_good()
    {
        var app = new TheApp();
        app.Manifest["version"] = "7.0.0";

        Assert.Empty(Check.Faults(app.Package(), TheApp.Settings));
    }

    [Fact]
    public void A_longer_club_or_a_path_in_the_address_is_no_fault()
    {
        var settings = TheApp.Settings with { Address = new Uri("https://trust.example/bots/policy/"), Developer = "St Mary's & St John's Club" };

        Assert.Empty(Check.Faults(PackageBuild.Of(settings), settings));
    }
}

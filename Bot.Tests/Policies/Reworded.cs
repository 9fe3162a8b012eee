using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Policies;

/// <summary>A policy whose text somebody has edited since.</summary>
internal static class Reworded
{
    public static Policy With(this Policy policy, string old, string other)
    {
        Assert.Contains(old, policy.File, StringComparison.Ordinal);
        var reworded = PolicyFile.Parse(policy.File.Replace(old, other, StringComparison.Ordinal));
        return Assert.IsType<Policy>(reworded) with { Folder = policy.Folder };
    }

    /// <summary>The bot has this text, with what lies beside the policy as it was.</summary>
    public static IServiceCollection AddReworded(this IServiceCollection services, PolicyLibrary library, string old, string other)
    {
        List<Policy> policies = [.. library.Policies.Select(policy => policy.With(old, other))];
        var (understandings, mistakes) = Understandings.Read(policies);
        Assert.Empty(mistakes);
        return services.AddSingleton(new PolicyLibrary(policies)).AddSingleton(understandings);
    }
}

using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Policies;

/// <summary>A policy whose text somebody has edited since.</summary>
internal static class Reworded
{
    /// <exception cref="InvalidOperationException">The text does not say that.</exception>
    public static Policy With(this Policy policy, string old, string other) =>
        policy.File.Contains(old, StringComparison.Ordinal) && PolicyFile.Parse(policy.File.Replace(old, other, StringComparison.Ordinal)) is { } reworded
            ? reworded with { Folder = policy.Folder }
            : throw new InvalidOperationException($"The policy does not say '{old}'.");

    /// <summary>The bot has this text, with what lies beside the policy as it was.</summary>
    public static IServiceCollection AddReworded(this IServiceCollection services, PolicyLibrary library, string old, string other)
    {
        List<Policy> policies = [.. library.Policies.Select(policy => policy.With(old, other))];
        return services.AddSingleton(new PolicyLibrary(policies)).AddSingleton(Understandings.Read(policies).All);
    }
}

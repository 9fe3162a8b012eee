using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Manifest;

internal static class ManifestSetup
{
    public static IServiceCollection AddManifest(this IServiceCollection services) => services
        .AddSingleton<CommandEar>()
        .AddSingleton<PackageCheck>();
}

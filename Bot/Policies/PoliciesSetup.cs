using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Policies;

internal static class PoliciesSetup
{
    /// <summary>Reads the policies in Policies:Folder, which is beside the program unless it is a full path.</summary>
    /// <param name="mistakes">Gets everything that is wrong in the folder.</param>
    public static PolicyLibrary AddPolicies(this IServiceCollection services, IConfiguration settings, List<string> mistakes)
    {
        var folder = settings["Policies:Folder"] is { Length: > 0 } given ? given : Path.Combine("Policies", "Library");
        var (library, wrong) = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, folder));
        mistakes.AddRange(wrong.Select(mistake => mistake.ToString()));
        services.AddSingleton(library).AddSingleton(TimeProvider.System).AddSingleton<PolicyPages>();
        return library;
    }

    public static void MapPolicies(this IEndpointRouteBuilder routes) => PolicyPages.Map(routes);
}

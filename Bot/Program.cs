using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyBot.Acknowledgements;
using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Dialogs;
using PolicyBot.Graph;
using PolicyBot.Language;
using PolicyBot.Manifest;
using PolicyBot.Policies;
using PolicyBot.Questions;
using PolicyBot.Reviews;
using PolicyBot.Storage;
using PolicyBot.Storage.Health;
using PolicyBot.Teams;
using PolicyBot.Telemetry;
using PolicyBot.Turns;

namespace PolicyBot;

/// <summary>Names the rooms in their order, and decides nothing.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var command = Command.Parse(args);
        if (command is Command.Explain explain)
            return explain.Print();
        if (command is Command.AskHealth health)
            return (await HealthCommand.RunAsync(health.Address, health.Waits ? HealthCommand.Minute : TimeSpan.Zero)).Print();

        try
        {
            var mistakes = new StartMistakes();
            await using var app = Build(args, mistakes, isServing: command is Command.Serve);
            return await command.RunAsync(app, mistakes);
        }
        catch (InvalidDataException unreadable)
        {
            return Command.Unreadable(unreadable).Print();
        }
    }

    /// <param name="change">Takes the place of what a room registered; for tests.</param>
    /// <param name="isServing">Whether the database will be needed at once: what that takes is got ready while the rest is read.</param>
    public static WebApplication Build(string[] args, StartMistakes mistakes, Action<IServiceCollection>? change = null, bool isServing = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = Command.SettingsAmong(args), ContentRootPath = AppContext.BaseDirectory });
        var (services, settings, isDevelopment) = (builder.Services, builder.Configuration, builder.Environment.IsDevelopment());

        services.AddTelemetry(settings, mistakes.InSettings);
        if (isServing)
            StorageSetup.WarmUp(settings, isDevelopment);
        var library = services.AddPolicies(settings, mistakes.InFiles);
        var engine = services.AddAnswers(library, mistakes.InFiles);
        services.AddQuestions();
        services.AddAcknowledgements(library, settings, mistakes.InFiles, mistakes.InSettings);
        services.AddReviews(settings, mistakes.InSettings);
        services.AddDialogs(library, engine, mistakes.InFiles);
        services.AddLanguage(settings, mistakes.InSettings);
        services.AddBotFramework(settings, isDevelopment, mistakes.InSettings);
        services.AddTurns(settings, mistakes.InSettings);
        services.AddStorage(settings, isDevelopment, mistakes.InSettings);
        services.AddGraph(settings, isDevelopment, mistakes.InSettings);
        services.AddTeams(settings, isDevelopment, mistakes.InSettings);
        services.AddManifest();
        services.AddCommands(mistakes);
        builder.WebHost.ListenLocally(settings);
        change?.Invoke(services);

        var app = builder.Build();
        app.LimitRequests();
        app.MapPolicies();
        app.MapAcknowledgements();
        app.MapTeams();
        app.MapBotFramework();
        app.MapHealth();
        app.MapTelemetry();
        return app;
    }
}

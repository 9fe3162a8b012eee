using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Commands.Doctor;

namespace PolicyBot.Commands;

internal static class CommandsSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services, StartMistakes mistakes) => services
        .AddSingleton<Terminal>()
        .AddSingleton<AskCommand>()
        .AddSingleton<AskLinesCommand>()
        .AddSingleton<WhyCommand>()
        .AddSingleton<EvaluateCommand>()
        .AddSingleton<OutboxCommand>()
        .AddSingleton<RoundCommand>()
        .AddSingleton<TextCommand>()
        .AddSingleton<ReviewCommand>()
        .AddSingleton<RegisterCommand>()
        .AddSingleton<PersonCommand>()
        .AddSingleton<RetentionCommand>()
        .AddSingleton<CorrectCommand>()
        .AddSingleton<RosterCommand>()
        .AddSingleton<GraphCommand>()
        .AddSingleton<ManifestCommand>()
        .AddSingleton<ReportCommand>()
        .AddSingleton<BackupCommand>()
        .AddSingleton<ChatCommand>()
        .AddSingleton(mistakes)
        .AddSingleton<IExamination, SettingsExamination>()
        .AddSingleton<IExamination, ClubExamination>()
        .AddSingleton<IExamination, StateExamination>()
        .AddSingleton<IExamination, ChannelExamination>()
        .AddSingleton<IExamination, AppExamination>()
        .AddSingleton<DoctorCommand>();
}

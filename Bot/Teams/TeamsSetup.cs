using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.BotFramework;
using PolicyBot.Reviews;
using PolicyBot.Teams.About;
using PolicyBot.Teams.Cards;
using PolicyBot.Teams.Reviews;
using PolicyBot.Teams.Rounds;
using PolicyBot.Teams.Texts;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

internal static class TeamsSetup
{
    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        ReviewPage.Map(routes);
        AboutPages.Map(routes);
    }

    /// <param name="mistakes">Gets a sentence for each setting that is wrong.</param>
    public static IServiceCollection AddTeams(
        this IServiceCollection services, IConfiguration settings, bool isDevelopment, List<string> mistakes)
    {
        var (club, wrong) = ClubSettings.From(settings, isDevelopment);
        mistakes.AddRange(wrong);
        return services
            .AddSingleton(club)
            .AddSingleton<IManagerSeat>(club)
            .AddSingleton(Words.Load())
            .AddSingleton(provider => KeptData.Load(provider.GetRequiredService<OutboxSettings>(), provider.GetRequiredService<ErrandSettings>()))
            .AddSingleton<AboutPages>()
            .AddSingleton<IScheduledWork, RetentionWork>()
            .AddSingleton<ButtonSeal>()
            .AddSingleton<CardPrinter>()
            .AddSingleton<HelpReply>()
            .AddSingleton<SafeguardingReply>()
            .AddSingleton<AnswerReply>()
            .AddSingleton<DialogCards>()
            .AddSingleton<DialogReplies>()
            .AddSingleton<QuestionCards>()
            .AddSingleton<ManagerDesk>()
            .AddSingleton<AcknowledgementDesk>()
            .AddSingleton<TeamMembers>()
            .AddSingleton<RoundReader>()
            .AddSingleton<RoundMessages>()
            .AddSingleton<RoundOffice>()
            .AddSingleton<RoundIntake>()
            .AddSingleton<RoundDesk>()
            .AddSingleton<RoundViews>()
            .AddSingleton<RoundTalk>()
            .AddSingleton<RoundCards>()
            .AddSingleton<CardUpdates>()
            .AddSingleton<RoundProgress>()
            .AddSingleton<IScheduledWork>(provider => provider.GetRequiredService<RoundProgress>())
            .AddSingleton<IScheduledWork, RoundWork>()
            .AddSingleton<IScheduledWork, AnnualRounds>()
            .AddSingleton<IScheduledWork>(provider => provider.GetRequiredService<RoundIntake>())
            .AddSingleton<AcknowledgeCards>()
            .AddSingleton<PolicyWords>()
            .AddSingleton<TextCards>()
            .AddSingleton<TextMessages>()
            .AddSingleton<TextDesk>()
            .AddSingleton<TextTalk>()
            .AddSingleton<IScheduledWork, TextWatch>()
            .AddSingleton<DeskCards>()
            .AddSingleton<ManagerTalk>()
            .AddReviewing()
            .AddSingleton<Desks>()
            .AddSingleton<DialogCommit>()
            .AddSingleton<DialogTurns>()
            .AddSingleton<DeskTurns>()
            .AddSingleton<PressTurns>()
            .AddSingleton<Ears>()
            .AddSingleton<FrontDoor>()
            .AddSingleton<ReadReceipts>()
            .AddSingleton<IBot, MeasuredDoor>()
            .AddHostedService<Gauges>();
    }
}

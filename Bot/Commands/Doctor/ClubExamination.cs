using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;
using PolicyBot.Teams;

namespace PolicyBot.Commands.Doctor;

/// <summary>What staff and the manager would miss: an address, a manager, a name, terms that have run out.</summary>
internal sealed class ClubExamination(ClubSettings club, SchoolCalendar calendar, TimeProvider clock) : IExamination
{
    /// <summary>By then somebody has to have written the next year's terms.</summary>
    private const int Ahead = 30;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([Address(), Manager(), Name(), Terms(SchoolTime.Today(clock))]);

    private Finding Address() => club.PublicAddress switch
    {
        null => Finding.Wrong("address", "PublicAddress is not set: cards cannot link to the policy. Write the https address at which people reach the bot."),
        var http when http.StartsWith("http:", StringComparison.Ordinal) && !new Uri(http).IsLoopback =>
            Finding.Wrong("address", $"PublicAddress is {http}, and Teams opens https pages only. Put a proxy with a certificate before the bot and write its https address."),
        var address => Finding.Well("address", $"People reach the bot's pages at {address}."),
    };

    private Finding Manager() => club.ManagerId is null or ClubSettings.DevelopmentManager
        ? Finding.Wrong("manager", "Manager:EntraId is not set: nobody can start a round, and nobody gets the questions that are passed on. Write the manager's object id from Entra, or let Graph find the manager.")
        : Finding.Well("manager", "There is somebody for questions, rounds and reviews.");

    private Finding Name() => club.Club == "the Club"
        ? Finding.Odd("club", "Club:Name is not set: the register and the manifest say 'the Club'. Write the school's or the club's name.")
        : Finding.Well("club", $"It is {club.Club}.");

    private Finding Terms(DateOnly today) => calendar.LastDay switch
    {
        null => Finding.Odd("terms", calendar.Basis),
        { } last when last < today => Finding.Wrong("terms", $"The last term in calendar.yaml ended on {SchoolTime.Written(last)}: nobody is reminded of anything. Write this year's terms."),
        { } last when last < today.AddDays(Ahead) => Finding.Odd("terms", $"The last term in calendar.yaml ends on {SchoolTime.Written(last)}. Write the terms that come after it."),
        { } last => Finding.Well("terms", $"They are written until {SchoolTime.Written(last)}."),
    };
}

using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Commands;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>The bot as in production, with credentials, on a channel whose certificate is the stand-in's.</summary>
internal static class EndorsedBot
{
    public const string AppId = "6b9f2e7a-1111-4222-8333-444455556666", TenantId = "00000000-0000-0000-0000-000000000001";

    public static ServerProcess Start(FakeTeams channel, string database) => new(typeof(EndorsedBot).Assembly.Location, $"""
        endorsed {SelfSigned.Certificate.GetCertHashString()} --environment Production --urls {"{url}"} --Logging:LogLevel:Default=Warning --MicrosoftAppId={AppId} --MicrosoftAppTenantId={TenantId}
        --MicrosoftAppPassword=secret --BotOpenIdMetadata={channel.Address}/openid --MicrosoftAppAllowedHosts=localhost --PublicAddress=https://policybot.example.org
        --Storage:ConnectionString="Data Source={database}" --Safeguarding:Lead:Name=Ann --Safeguarding:Lead:Phone=1 --Safeguarding:Head:Name=Bo --Safeguarding:Head:Phone=2
        --Safeguarding:Chair:Name=Cy --Safeguarding:Chair:Phone=3 --Safeguarding:SocialCare:Phone=4 --Safeguarding:Lado:Phone=5
        """.ReplaceLineEndings(" "));

    public static async Task RunAsync(string[] args)
    {
        var mistakes = new StartMistakes();
        await using var app = Program.Build(args[1..], mistakes, services => services.AddSingleton(Trusting(args[0])));
        foreach (var mistake in mistakes.InSettings)
            await Console.Error.WriteLineAsync(mistake);

        await app.RunAsync();
    }

    /// <summary>The stand-in runs in another process, with a certificate that this one is told of.</summary>
    private static HttpClient Trusting(string hash) => new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == hash },
    });
}

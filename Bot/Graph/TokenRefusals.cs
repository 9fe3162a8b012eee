using Azure.Identity;
using PolicyBot.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Graph;

/// <summary>What becomes of an errand for which there is no token.</summary>
internal static class TokenRefusals
{
    public static ErrandOutcome Outcome(AuthenticationFailedException fault) => EntraRefusals.Known(fault) is { } known
        ? new ErrandOutcome.Refused(known.Code, known.Sentence)
        : new ErrandOutcome.TryAgain(Sentence(fault));

    public static string Sentence(AuthenticationFailedException fault) => EntraRefusals.Sentence(fault, "Microsoft Graph");
}

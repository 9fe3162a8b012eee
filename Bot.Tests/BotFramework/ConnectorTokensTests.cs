using Azure.Core;
using Moq;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.BotFramework;

public sealed class ConnectorTokensTests
{
    private readonly ManualClock _clock = new(ManualClock.Start);
    private readonly Queue<TaskCompletionSource<AccessToken>> _asked = new();

    [Fact]
    public async Task The_old_token_serves_while_a_new_one_is_fetched()
    {
        using var tokens = new ConnectorTokens(Credential(), _clock);
        var first = GetAsync(tokens);
        _asked.Dequeue().SetResult(new AccessToken("one", ManualClock.Start.AddMinutes(60)));
        Assert.Equal("one", await first);

        _clock.Advance(TimeSpan.FromMinutes(56));
        var renewing = GetAsync(tokens);
        Assert.Equal("one", await GetAsync(tokens));
        _asked.Dequeue().SetResult(new AccessToken("two", ManualClock.Start.AddMinutes(120)));

        Assert.Equal("two", await renewing);
        Assert.Equal("two", await GetAsync(tokens));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_bot_without_credentials_has_no_token()
    {
        using var tokens = new ConnectorTokens(null, _clock);

        Assert.Null(await GetAsync(tokens));
    }

    private TokenCredential Credential()
    {
        var credential = new Mock<TokenCredential>();
        credential.Setup(each => each.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).Returns(() =>
        {
            var asked = new TaskCompletionSource<AccessToken>(TaskCreationOptions.RunContinuationsAsynchronously);
            _asked.Enqueue(asked);
            return new ValueTask<AccessToken>(asked.Task);
        });
        return credential.Object;
    }

    private static Task<string?> GetAsync(ConnectorTokens tokens) => tokens.GetAsync(TestContext.Current.CancellationToken).AsTask();
}

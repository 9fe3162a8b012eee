using Azure.Core.Diagnostics;
using Microsoft.Extensions.Logging;
using PolicyBot.Language;
using PolicyBot.Language.Cloud;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Language;

public sealed class RedactorTests : IAsyncLifetime
{
    private readonly CapturedLog _log = new();
    private LanguageService _service = null!;

    public async ValueTask InitializeAsync() => _service = await LanguageService.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _log.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_resource_the_lists_decide()
    {
        var redactor = new Redactor(ShippedRedactor.Redactor, null, Log());

        Assert.Equal("[name]'s mum rang", Assert.IsType<Redaction.Done>(await redactor.RedactAsync("leos mum rang", Token)).What.Text);
        Assert.Equal("[name]'s mum rang", redactor.RedactLocally("leos mum rang").Text);
    }

    [Fact]
    public async Task The_service_gets_only_what_the_lists_leave()
    {
        await RedactAsync("leos mum on 07700 900123 rang");

        Assert.DoesNotContain("leo", Assert.Single(_service.Calls).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("0123", _service.Calls.First().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_service_finds_is_taken_out_in_the_same_words_and_places_are_those_of_the_original()
    {
        const string text = "😀 leos mum 👩‍👧 asked pumpkin and mrs patel at turnip house";
        _service.Finds.AddRange([("pumpkin", "Person"), ("turnip house", "Address"), ("[name] at", "Organization")]);

        var what = await DoneAsync(text);

        Assert.Equal("😀 [name]'s mum 👩‍👧 asked [name] and mrs [name] at [address]", what.Text);
        Assert.Equal(["leos", "pumpkin", "patel", "turnip house"], what.TakenOut.Select(taken => text.Substring(taken.Start, taken.Length)));
    }

    [Theory]
    [InlineData("patel pumpkin rang", "[name] pumpkin", "[name] rang")]
    [InlineData("pumpkin patel rang", "pumpkin [name]", "[name] rang")]
    [InlineData("leo rang", "[name]", "[name] rang")]
    [InlineData("leo rang", "name", "[name] rang")]
    [InlineData("leo pumpkin leo rang", "name] pumpkin [na", "[name] rang")]
    public async Task What_touches_a_name_goes_with_it(string text, string found, string redacted)
    {
        _service.Finds.Add((found, "Person"));

        Assert.Equal(redacted, (await DoneAsync(text)).Text);
    }

    [Theory]
    [InlineData("the mum is cross", "mum", "Person")]
    [InlineData("ask the Manager", "the Manager", "Person")]
    [InlineData("my bakery is shut", "bakery", "Organization")]
    [InlineData("the trip is on friday", "friday", "DateTime")]
    [InlineData("she is 9 years old", "9 years", "Quantity")]
    public async Task What_names_nobody_stays(string text, string found, string category)
    {
        _service.Finds.Add((found, category));

        Assert.Equal(text, (await DoneAsync(text)).Text);
    }

    [Theory]
    [InlineData("born at easter", "easter", "DateTime", "born at [date of birth]")]
    [InlineData("ni no QQ123456C", "QQ123456C", "UKNationalInsuranceNumber", "ni no [number]")]
    [InlineData("see turnip.example", "turnip.example", "URL", "see [link]")]
    public async Task Categories_of_a_person_go(string text, string found, string category, string redacted)
    {
        _service.Finds.Add((found, category));

        Assert.Equal(redacted, (await DoneAsync(text)).Text);
    }

    [Fact]
    public async Task A_text_of_nothing_is_not_asked_about()
    {
        Assert.Equal(" ", (await DoneAsync(" ")).Text);
        Assert.Empty(_service.Calls);
    }

    [Theory]
    [InlineData(429, "{}")]
    [InlineData(500, "pumpkin")]
    [InlineData(400, "pumpkin")]
    [InlineData(401, "pumpkin")]
    [InlineData(200, "pumpkin")]
    [InlineData(200, """{"results":{"documents":[{"id":"1","entities":[{"category":"Person","offset":99,"length":7}]}],"errors":[]}}""")]
    public async Task Where_the_service_is_away_nothing_may_be_passed_on_and_nothing_is_given_away(int status, string body)
    {
        _service.Always = (status, body, null);
        var events = new List<string>();
        using var listener = new AzureEventSourceListener((_, message) => events.Add(message), System.Diagnostics.Tracing.EventLevel.LogAlways);

        var unavailable = Assert.IsType<Redaction.Unavailable>(await RedactAsync("pumpkin asked"));

        Assert.EndsWith(unavailable.Reason, Assert.Single(_log.Lines).TrimEnd());
        Assert.DoesNotContain([unavailable.Reason, .. _log.Lines, .. events], said => said.Contains("pumpkin") || said.Contains(LanguageService.Key));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ILogger<Redactor> Log() => LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<Redactor>();

    private Task<Redaction> RedactAsync(string text) =>
        new Redactor(ShippedRedactor.Redactor, _service.Client(new HastyClock()), Log()).RedactAsync(text, Token);

    private async Task<Redacted> DoneAsync(string text) => Assert.IsType<Redaction.Done>(await RedactAsync(text)).What;
}

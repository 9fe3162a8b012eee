using Microsoft.Extensions.Configuration;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

public sealed class StorageSettingsTests
{
    [Fact]
    public void What_a_person_leaves_out_of_a_connection_string_is_filled_in_and_what_they_say_stands()
    {
        var (settings, mistakes) = From("Postgres", "Host=db;Database=policybot;CommandTimeout=25;timeout=15");

        Assert.Empty(mistakes);
        Assert.Contains("Command Timeout=25", settings.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("Timeout=15", settings.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("jit=off", settings.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("GSS Encryption Mode=Disable", settings.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("Maximum Pool Size=30", settings.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_file_is_beside_the_program() =>
        Assert.Contains(AppContext.BaseDirectory, From("", "Data Source=register.db").Settings.ConnectionString, StringComparison.Ordinal);

    [Theory]
    [InlineData("MySql", "Data Source=x.db", "Storage:Provider is 'MySql'. Write Sqlite")]
    [InlineData("Sqlite", "", "Storage:ConnectionString is missing.")]
    [InlineData("Postgres", "Hostt=db", "Storage:ConnectionString cannot be read:")]
    [InlineData("Sqlite", "Data Sauce=x", "Storage:ConnectionString cannot be read:")]
    public void A_mistake_is_a_sentence(string provider, string connection, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(From(provider, connection).Mistakes), StringComparison.Ordinal);

    private static (StorageSettings Settings, IReadOnlyList<string> Mistakes) From(string provider, string connection) => StorageSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Provider", provider), new("Storage:ConnectionString", connection)]).Build(), isDevelopment: false);
}

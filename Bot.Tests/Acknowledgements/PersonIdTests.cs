using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class PersonIdTests
{
    [Theory]
    [InlineData("7F3C2A10-9B4E-4D21-8C55-0A1B2C3D4E5F", "7f3c2a10-9b4e-4d21-8c55-0a1b2c3d4e5f")]
    [InlineData(" {7F3C2A10-9B4E-4D21-8C55-0A1B2C3D4E5F} ", "7f3c2a10-9b4e-4d21-8c55-0a1b2c3d4e5f")]
    [InlineData("  P-17 ", "P-17")]
    [InlineData("0042", "0042")]
    public void An_id_is_trimmed_and_an_object_id_is_in_lower_case(string written, string id) =>
        Assert.Equal(id, PersonId.Parse(written).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("P\n17")]
    public void What_names_nobody_is_refused(string? written) => Assert.False(PersonId.TryParse(written, out _));

    [Fact]
    public void An_email_in_either_case_is_one_person() =>
        Assert.Equal(PersonId.FromEmail(" Sam@School.example"), PersonId.Parse("mail:sam@school.example"));
}

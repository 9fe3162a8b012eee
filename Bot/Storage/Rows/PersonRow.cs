using System.Text.Json.Serialization;

namespace PolicyBot.Storage.Rows;

/// <summary>A person of the roster. Leave and working days are in the words in which a roster's file may have them.</summary>
internal sealed class PersonRow
{
    public required string Id { get; init; }

    /// <summary>A line for each id under which the person was known before.</summary>
    public required string EarlierIds { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Email { get; init; }

    public DateOnly? Starts { get; init; }

    public DateOnly? Ends { get; init; }

    public required string Leaves { get; init; }

    public required string WorkingDays { get; init; }

    /// <summary>When a file last had the person in it.</summary>
    public required DateTimeOffset ListedAt { get; init; }
}

[JsonSerializable(typeof(PersonRow[]))]
internal sealed partial class PersonRowJson : JsonSerializerContext;

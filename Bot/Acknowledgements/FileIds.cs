using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>The ids of one file, each used once: records that outlive the file name its entries by them.</summary>
internal sealed class FileIds
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Read(AuthoredEntry entry)
    {
        var id = entry.Required("id");
        if (id.Length == 0)
            return id;

        if (!PolicyId.Slug().IsMatch(id))
            entry.Find("id")!.Complain($"'{id}' is no id. Use lower-case letters, digits and hyphens, such as friend-request.");
        else if (!_taken.Add(id))
            entry.Find("id")!.Complain($"the id '{id}' is taken in this file. Give one of the two another id.");

        return id;
    }
}

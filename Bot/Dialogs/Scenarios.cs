using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>The scenarios of all policies, in the order of their files.</summary>
internal sealed class Scenarios
{
    private const string Folder = "scenarios";

    private readonly Dictionary<string, Scenario> _byId;

    private Scenarios(IReadOnlyList<Scenario> all, IReadOnlyList<Scenario> heldBack, StoryReader stories) => (All, HeldBack, Stories, _byId) = (
        all, heldBack, stories,
        all.DistinctBy(scenario => scenario.Id).ToDictionary(scenario => scenario.Id.Value, StringComparer.Ordinal));

    public IReadOnlyList<Scenario> All { get; }

    /// <summary>Those that cite a clause which reads otherwise by now: nobody is walked through them.</summary>
    public IReadOnlyList<Scenario> HeldBack { get; }

    public StoryReader Stories { get; }

    public Scenario? Find(string id) => _byId.GetValueOrDefault(id);

    /// <returns>The scenarios, and everything that is wrong in them: scenarios with mistakes are not to be used.</returns>
    public static (Scenarios Scenarios, IReadOnlyList<Mistake> Mistakes) Load(IReadOnlyList<Policy> policies, AnswerEngine engine)
    {
        var (mistakes, stories) = (new List<Mistake>(), new StoryReader(engine));
        var paths = policies.SelectMany(policy => FilesOf(policy), (policy, path) => (policy, path)).ToList();
        foreach (var policy in policies)
            stories.Share(PhrasesOf(policy, mistakes));

        var files = AuthoredFile.ReadAll(paths.Select(pair => pair.path), mistakes);
        foreach (var (policy, path) in paths.GroupBy(pair => (pair.policy, NameOf(pair.path))).SelectMany(same => same.Skip(1)))
            mistakes.Add(new Mistake(path, 1, $"'{policy.Id}' has another scenario '{NameOf(path)}'. Give one of the files another name."));

        var all = paths.ToLookup(pair => pair.policy.HeldBack.Holds(files[pair.path]), pair => Read(pair.policy, pair.path, files[pair.path], stories));
        return (new Scenarios([.. all[false]], [.. all[true]], stories), mistakes);
    }

    private static Scenario Read(Policy policy, string path, AuthoredEntry file, StoryReader stories)
    {
        var scenario = new ScenarioFile(policy, stories).Read(NameOf(path), file, File.ReadAllText(path));
        if (!policy.HeldBack.Holds(file))
            new ScenarioChecks(file, scenario).Check();

        return scenario;
    }

    private static IEnumerable<string> FilesOf(Policy policy) => Directory.Exists(Path.Combine(policy.Folder, Folder))
        ? Directory.GetFiles(Path.Combine(policy.Folder, Folder), "*.yaml").Where(path => Path.GetFileName(path) != SharedPhrases.FileName).Order(StringComparer.Ordinal)
        : [];

    private static AuthoredEntry PhrasesOf(Policy policy, List<Mistake> mistakes) =>
        Path.Combine(policy.Folder, Folder, SharedPhrases.FileName) is var path && File.Exists(path) ? AuthoredFile.Read(path, mistakes) : AuthoredFile.Nothing;

    /// <summary>"01-friend-request.yaml" is "friend-request": the number is the place in the list.</summary>
    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path).TrimStart("0123456789-".ToCharArray());
}

using System.Globalization;

namespace PolicyBot.Tests.Deployment.OneMachine;

/// <summary>A unit of systemd, and what a service of ours has to be held to. systemd.exec(5).</summary>
internal sealed class UnitFile(string text)
{
    private static readonly string[] Yes =
    [
        "NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateMounts", "PrivateDevices", "PrivateUsers", "ProtectClock", "ProtectHostname", "ProtectKernelLogs",
        "ProtectKernelModules", "ProtectKernelTunables", "ProtectControlGroups", "RestrictNamespaces", "RestrictRealtime", "RestrictSUIDSGID", "LockPersonality", "RemoveIPC",
    ];

    private static readonly (string Name, string Value)[] Exactly =
    [
        ("User", "policybot"), ("Group", "policybot"), ("ProtectSystem", "strict"), ("ProtectProc", "invisible"), ("ProcSubset", "pid"), ("CapabilityBoundingSet", ""),
        ("StateDirectory", "policybot"), ("StateDirectoryMode", "0700"), ("UMask", "0077"), ("SystemCallArchitectures", "native"), ("DevicePolicy", "closed"),
    ];

    private readonly List<(string Section, string Name, string Value)> _lines = Read(text);

    public IEnumerable<string> this[string name] => _lines.Where(line => line.Name == name).Select(line => line.Value);

    public string Program => this["ExecStart"].FirstOrDefault("").Split(' ')[0];

    public IEnumerable<string> FaultsOfService()
    {
        foreach (var name in Yes.Where(name => !this[name].SequenceEqual(["yes"])))
            yield return $"{name} is not yes.";
        foreach (var (name, value) in Exactly.Where(each => !this[each.Name].SequenceEqual([each.Value])))
            yield return $"{name} is not '{value}'.";
        if (!this["SystemCallFilter"].SequenceEqual(["@system-service", "~@privileged @resources @obsolete", "sched_setaffinity"]))
            yield return "SystemCallFilter lets more in than a service needs.";
        if (!this["EnvironmentFile"].SequenceEqual(["/etc/policybot/policybot.env", "/etc/policybot/secrets.env"]))
            yield return "EnvironmentFile does not have the settings and then the secrets.";
        if (Program != "/opt/policybot/policybot")
            yield return "ExecStart is not the program in /opt/policybot.";
        foreach (var setting in this["Environment"].Select(each => each.Split('=')[0]).Where(name => !SettingsRead.Contains(name)))
            yield return $"The setting {setting} is none that the bot reads.";
        foreach (var path in this["ReadWritePaths"].SelectMany(each => each.Split(' ')).Where(path => path != "/var/backups/policybot"))
            yield return $"{path} may be written to.";
    }

    /// <returns>How many lines a person wrote twice or outside a section, which systemd only warns of.</returns>
    public static IReadOnlyList<string> FaultsOfForm(string text)
    {
        var (section, faults) = ("", new List<string>());
        foreach (var (line, number) in text.Split('\n').Select((line, at) => (line.Trim(), at + 1)).Where(each => each.Item1.Length > 0 && each.Item1[0] != '#'))
            if (line[0] == '[')
                section = line;
            else if (section.Length == 0 || !line.Contains('=', StringComparison.Ordinal))
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"Line {number} is no setting of a section."));

        return faults;
    }

    private static List<(string, string, string)> Read(string text)
    {
        var (section, lines) = ("", new List<(string, string, string)>());
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
            if (line[0] == '[')
                section = line;
            else
                lines.Add((section, line.Split('=')[0], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]));

        return lines;
    }
}

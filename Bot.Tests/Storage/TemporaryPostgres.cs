using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PolicyBot.Tests.Storage;

/// <summary>
/// A PostgreSQL cluster of its own in a temporary folder, on loopback only. It commits to the disk as a school's would.
/// PostgreSQL refuses to run as root, so for root it runs as the user "postgres", who comes with the package.
/// </summary>
internal sealed class TemporaryPostgres : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policybot-postgres-").FullName;
    private readonly string _programs;

    private TemporaryPostgres(string programs) => _programs = programs;

    public int Port { get; } = FreePort();

    /// <returns>The folder with the server's programs, or null where PostgreSQL is not installed.</returns>
    public static string? Installed() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    public static TemporaryPostgres Start(string programs)
    {
        var postgres = new TemporaryPostgres(programs);
        if (Environment.UserName == "root")
            Run("chown", "postgres", postgres._folder);
        postgres.RunAsOwner("initdb", "-D", postgres.Data, "-A", "trust", "-U", "bot", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        postgres.Start();
        return postgres;
    }

    public void Start() => RunAsOwner("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"),
        "-o", $"-c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories={_folder} -c max_connections=200", "start");

    /// <param name="mode">fast: connections are closed; immediate: as if the power went.</param>
    public void Stop(string mode = "fast") => RunAsOwner("pg_ctl", "-D", Data, "-m", mode, "-w", "stop");

    /// <summary>A database that does not exist yet: the bot makes it.</summary>
    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=bot;Database={database}";

    public void Dispose()
    {
        Stop("immediate");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private void RunAsOwner(string program, params string[] arguments)
    {
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", Path.Combine(_programs, program), .. arguments]);
        else
            Run(Path.Combine(_programs, program), arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The output is not redirected to us: the server would inherit it and keep it open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

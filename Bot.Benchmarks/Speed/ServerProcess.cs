using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>A server in a process of its own that can be killed, and started again at the same address.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1), BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly string _program, _arguments;
    private readonly bool _onFirstCore;
    private Process _process;
    private volatile bool _isEnded;

    /// <param name="program">A program, or a .dll that dotnet runs.</param>
    /// <param name="onFirstCore">Where the system allows it: leaves the others to the load.</param>
    public ServerProcess(string program, string arguments, bool onFirstCore = true)
    {
        Port = FreePort();
        var isDll = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        _program = isDll ? "dotnet" : program;
        _arguments = $"{(isDll ? program : "")} {arguments.Replace("{url}", $"http://127.0.0.1:{Port}", StringComparison.Ordinal)}";
        _onFirstCore = onFirstCore;
        _process = Start();
    }

    public int Port { get; }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The most memory it ever held.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static ServerProcess Bot() => new(typeof(Program).Assembly.Location, "--environment Development --urls {url} --Logging:LogLevel:Default=Warning");

    public static ServerProcess Bare() => new(typeof(BareEcho).Assembly.Location, "bare {url}");

    /// <summary>Leaves the first core to the server.</summary>
    public static void TakeTheOtherCores()
    {
        if (Environment.ProcessorCount > 1 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
            Process.GetCurrentProcess().ProcessorAffinity = (nint)((1L << Environment.ProcessorCount) - 2);
    }

    public async Task UntilItAnswersAsync(byte[] body, string? token = null)
    {
        using var http = new HttpClient();
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        if (!await Lookout.UntilAsync(() => AnswersAsync(http, body), BetweenLooks, Patience))
            throw new TimeoutException($"Nobody answers on port {Port}.");
    }

    /// <summary>As a channel or a load balancer does, for which it does not matter why nobody answered.</summary>
    /// <returns>The status; 0 where nobody answered.</returns>
    public async Task<int> PostAsync(HttpClient http, byte[] activity) => (await AskAsync(http, activity)).Status;

    /// <returns>The status, and what was answered; 0 and nothing where nobody did.</returns>
    public async Task<(int Status, string Answer)> AskAsync(HttpClient http, byte[] activity)
    {
        try
        {
            using var content = new ByteArrayContent(activity) { Headers = { ContentType = new("application/json") } };
            using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{Port}/api/messages"), content);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException or IOException)
        {
            return (0, "");
        }
    }

    /// <summary>SIGKILL: the process has no say in it.</summary>
    public void Kill()
    {
        _isEnded = true;
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM: the process may finish what it began.</summary>
    public void Terminate()
    {
        _isEnded = true;
        Process.Start("kill", $"-TERM {_process.Id}").WaitForExit();
        _process.WaitForExit();
    }

    public void StartAgain()
    {
        _process.Dispose();
        _process = Start();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient http, byte[] body)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            using var response = await http.PostAsync(new Uri($"http://127.0.0.1:{Port}/api/messages"), content);
            response.EnsureSuccessStatusCode();
            return true;
        }
        catch (HttpRequestException) when (!_process.HasExited)
        {
            return false;
        }
    }

    private Process Start()
    {
        _isEnded = false;
        var process = Process.Start(new ProcessStartInfo(_program, _arguments) { RedirectStandardOutput = true })!;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) =>
        {
            if (!_isEnded)
                Console.Error.WriteLine($"The server on port {Port} has ended by itself.");
        };
        if (_onFirstCore && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
            process.ProcessorAffinity = 1;

        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("crit:", StringComparison.Ordinal) == true)
                Console.Error.WriteLine(line.Data);
        };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

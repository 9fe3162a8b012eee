using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>A server in a process of its own, on the first core where the system allows it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    public ServerProcess(string dll, string arguments)
    {
        Port = FreePort();
        var start = new ProcessStartInfo("dotnet", $"{dll} {arguments.Replace("{url}", $"http://127.0.0.1:{Port}", StringComparison.Ordinal)}") { RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            _process.ProcessorAffinity = 1;

        _process.BeginOutputReadLine();
    }

    public int Port { get; }

    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
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

    public async Task UntilItAnswersAsync(byte[] body)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var content = new ByteArrayContent(body);
                using var response = await http.PostAsync(new Uri($"http://127.0.0.1:{Port}/api/messages"), content);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(10);
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>Posts over some connections as fast as answers come, on bare sockets so that little is measured but the server.</summary>
/// <param name="bodyOf">By the number of the connection and of the request on it.</param>
/// <param name="headers">More of them, each with its line end.</param>
internal sealed class Load(int port, Func<int, int, byte[]> bodyOf, int connections, string headers = "")
{
    /// <summary>The same body every time, made once.</summary>
    public Load(int port, byte[] body, int connections, string headers = "")
        : this(port, (_, _) => body, connections, headers) => _request = Request(body);

    private readonly byte[]? _request;

    public async Task<(double PerSecond, double P50, double P99)> RunAsync(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(() => ConnectionAsync(connection, clock, time))));
        var times = all.SelectMany(each => each).Order().ToList();
        return (times.Count / clock.Elapsed.TotalSeconds, times[times.Count / 2], times[(int)(times.Count * .99)]);
    }

    /// <returns>Milliseconds for each request.</returns>
    private async Task<List<double>> ConnectionAsync(int connection, Stopwatch clock, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var (times, buffer) = (new List<double>(), new byte[64 * 1024]);
        for (var turn = 0; clock.Elapsed < time; turn++)
        {
            var request = _request ?? Request(bodyOf(connection, turn));
            var start = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private byte[] Request(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var (read, length) = (0, int.MaxValue);
        while (read < length)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0)
                throw new IOException("The server hung up.");

            read += more;
            if (length == int.MaxValue)
                length = LengthOf(buffer.AsSpan(0, read));
        }
    }

    /// <returns>The length of head and body together, once the head is whole.</returns>
    private static int LengthOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return int.MaxValue;
        if (!answer.StartsWith("HTTP/1.1 200"u8))
            throw new IOException(Encoding.ASCII.GetString(answer[..Math.Min(answer.Length, 200)]));

        var at = answer.IndexOf("Content-Length: "u8) + 16;
        return head + 4 + int.Parse(answer[at..(at + answer[at..].IndexOf((byte)'\r'))], System.Globalization.CultureInfo.InvariantCulture);
    }
}

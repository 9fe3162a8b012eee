using System.Net;
using System.Net.Sockets;

namespace PolicyBot.Tests.Storage;

/// <summary>Between a bot and its database. Once it is dead it takes what it is given and says nothing any more.</summary>
internal sealed class SilentNetwork : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _to;
    private volatile bool _isDead;

    public SilentNetwork(int to)
    {
        _to = to;
        _listener.Start();
        _ = CarryAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Die() => _isDead = true;

    public void Revive() => _isDead = false;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task CarryAsync()
    {
        while (true)
        {
            var bot = await _listener.AcceptSocketAsync(_end.Token);
            var database = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await database.ConnectAsync(IPAddress.Loopback, _to, _end.Token);
            _ = CarryAsync(bot, database);
            _ = CarryAsync(database, bot);
        }
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        var buffer = new byte[8192];
        while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var read)
        {
            if (!_isDead)
                await to.SendAsync(buffer.AsMemory(0, read), _end.Token);
        }

        from.Dispose();
        to.Dispose();
    }
}

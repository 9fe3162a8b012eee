using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.BotFramework;

/// <summary>Everything that any part of the bot wrote to its log.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Part, TaskCompletionSource Written)> _awaited = new();

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Until a line is written that has this in it.</summary>
    public Task UntilAsync(string part)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited.Enqueue((part, written));
        return written.Task;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception}";
        Lines.Enqueue(line);
        foreach (var (part, written) in _awaited)
        {
            if (line.Contains(part, StringComparison.Ordinal))
                written.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}

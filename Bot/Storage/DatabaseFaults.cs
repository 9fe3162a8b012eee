using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PolicyBot.Storage;

/// <summary>What went wrong with a database: it is away, or another was first. Everything else is a defect.</summary>
internal static class DatabaseFaults
{
    /// <summary>Classes of PostgreSQL's errors: stopping or starting, no resources, not let in, no such database.</summary>
    private static readonly string[] Away = ["57P", "53", "28", "3D"];

    private const int UniqueConstraint = 2067, PrimaryKeyConstraint = 1555;

    /// <summary>Unreachable, stopping, starting, full, locked by another process, or without room for one more connection.</summary>
    public static bool IsAway(Exception fault) => InnermostDatabaseFault(fault) switch
    {
        _ when IsDeadlock(fault) => false,
        PostgresException problem => problem.IsTransient || Array.Exists(Away, problem.SqlState.StartsWith)
            || problem.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException or SocketException or TimeoutException or IOException or UnauthorizedAccessException => true,
        SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 } => true, // busy, locked, read-only, I/O, full, cannot open
        _ => false,
    };

    /// <summary>Another turn committed first: what was read has changed, or the same key was written.</summary>
    public static bool IsLostRace(Exception fault) => fault is DbUpdateConcurrencyException || InnermostDatabaseFault(fault) is
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
        or SqliteException { SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint };

    public static bool IsDeadlock(Exception fault) => InnermostDatabaseFault(fault) is
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>EF Core wraps what the driver says, and the driver may wrap what the network says.</summary>
    private static Exception InnermostDatabaseFault(Exception fault) =>
        fault is DbUpdateException or InvalidOperationException && fault.InnerException is { } inner ? InnermostDatabaseFault(inner) : fault;
}

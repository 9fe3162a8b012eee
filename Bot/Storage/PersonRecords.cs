using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IPersonRecords"/>
internal sealed class PersonRecords(Databases databases) : IPersonRecords
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<int> WriteAsync(string person, Stream file, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database =>
        {
            var ids = await PersonIds.EverAsync(database, person, cancellationToken);
            var register = await database.Register.Where(row => ids.Contains(row.Person!)).OrderBy(row => row.Number).ToListAsync(cancellationToken);
            var traces = await (await PersonTraces.OfAsync(database, ids, cancellationToken)).ReadAsync(cancellationToken);
            var tables = traces.Append(("Register", register.ConvertAll(row => (EntityEntry)database.Entry(row)))).Where(table => table.Item2.Count > 0).ToList();
            if (tables.Count > 0)
                await WriteAsync(ids, tables, file, cancellationToken);

            return tables.Sum(table => table.Item2.Count);
        });

    public Task<Erasure> EraseAsync(string person, string by, string reason, DateTimeOffset at, CancellationToken cancellationToken) =>
        databases.WriteAsync(async database =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            var ids = await PersonIds.EverAsync(database, person, cancellationToken);
            var theirs = await database.Register.Where(row => ids.Contains(row.Person!)).OrderBy(row => row.Number).ToListAsync(cancellationToken);
            if (theirs.Count > 0)
            {
                theirs.ForEach(row => (row.Person, row.Detail, row.Salt) = (null, null, null));
                await RegisterWriting.AppendAsync(database, [new RegisterRecord(null, "", "", new RegisterEvent.Erased([.. theirs.Select(row => row.Number)], by, reason), at)], cancellationToken);
                await database.SaveChangesAsync(cancellationToken);
            }

            var rows = await (await PersonTraces.OfAsync(database, ids, cancellationToken)).DeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Erasure(theirs.Count, rows);
        }, cancellationToken);

    private static async Task WriteAsync(IReadOnlyList<string> ids, List<(string Table, IReadOnlyList<EntityEntry> Rows)> tables, Stream file, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(file, Readable);
        json.WriteStartObject();
        json.WriteStartArray("ids");
        foreach (var id in ids)
            json.WriteStringValue(id);

        json.WriteEndArray();
        json.WriteStartObject("tables");
        foreach (var (table, rows) in tables)
        {
            json.WriteStartArray(table);
            foreach (var row in rows)
                WriteRow(json, row);

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void WriteRow(Utf8JsonWriter json, EntityEntry row)
    {
        json.WriteStartObject();
        foreach (var column in row.Metadata.GetProperties())
        {
            json.WritePropertyName(column.GetColumnName());
            WriteValue(json, row.Property(column.Name).CurrentValue);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            case DateTimeOffset at:
                json.WriteStringValue(at);
                break;
            case DateOnly day:
                json.WriteStringValue($"{day:yyyy-MM-dd}");
                break;
            case byte[] bytes:
                json.WriteStringValue(Convert.ToHexStringLower(bytes));
                break;
            default:
                json.WriteStringValue($"{value}");
                break;
        }
    }
}

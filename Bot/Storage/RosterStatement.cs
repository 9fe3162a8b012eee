namespace PolicyBot.Storage;

/// <summary>
/// Writes any number of people in one statement, whether they are there already or not: {0} is an array of rows in
/// JSON, {1} when they were listed. A statement for each would take a trust of 100,000 minutes.
/// </summary>
internal static class RosterStatement
{
    private const string FromSqlite = """
        SELECT value ->> 'Id', value ->> 'EarlierIds', value ->> 'Name', value ->> 'Kind', value ->> 'Email', value ->> 'Starts',
            value ->> 'Ends', value ->> 'Leaves', value ->> 'WorkingDays', {1}
        FROM json_each({0}) WHERE true
        """;

    private const string FromPostgres = """
        SELECT "Id", "EarlierIds", "Name", "Kind", "Email", "Starts", "Ends", "Leaves", "WorkingDays", {1}
        FROM json_to_recordset({0}::json) AS listed("Id" text, "EarlierIds" text, "Name" text, "Kind" text, "Email" text,
            "Starts" date, "Ends" date, "Leaves" text, "WorkingDays" text)
        """;

    public static string For(bool isSqlite) => $"""
        INSERT INTO "People"
            ("Id", "EarlierIds", "Name", "Kind", "Email", "Starts", "Ends", "Leaves", "WorkingDays", "ListedAt")
        {(isSqlite ? FromSqlite : FromPostgres)}
        ON CONFLICT ("Id") DO UPDATE SET "EarlierIds" = excluded."EarlierIds", "Name" = excluded."Name", "Kind" = excluded."Kind",
            "Email" = excluded."Email", "Starts" = excluded."Starts", "Ends" = excluded."Ends",
            "Leaves" = excluded."Leaves", "WorkingDays" = excluded."WorkingDays", "ListedAt" = excluded."ListedAt"
        """;
}

using System.Globalization;
using PolicyBot.Benchmarks.Clinc;
using PolicyBot.Benchmarks.Fuzz;
using PolicyBot.Benchmarks.Installs;
using PolicyBot.Benchmarks.Lasting;
using PolicyBot.Benchmarks.Migrations;
using PolicyBot.Benchmarks.Soak;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.Benchmarks.WholeRound;
using PolicyBot.Benchmarks.Year;

switch (args)
{
    case ["answers", var file]:
        AnswerSpeed.Run(file);
        return 0;
    case ["growth", var file, var others]:
        Growth.Run(file, int.Parse(others, CultureInfo.InvariantCulture));
        return 0;
    case ["turns", var warmup, var seconds]:
        await TurnSpeed.RunAsync(int.Parse(warmup, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["start", var program]:
        await StartRun.RunAsync(program);
        return 0;
    case ["fuzz", var count]:
        return await FuzzRun.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), seed: 1);
    case ["clinc", var file]:
        ClincBenchmark.Run(file);
        return 0;
    case ["year", var staff, var provider]:
        return await new YearRun(int.Parse(staff, CultureInfo.InvariantCulture), provider).RunAsync();
    case ["kills", var count, var provider, .. var how]:
        return await KillRun.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), provider, gently: how is ["gently"]);
    case ["round", var people, var perSecond, .. var how]:
        return await new RoundRun(int.Parse(people, CultureInfo.InvariantCulture), int.Parse(perSecond, CultureInfo.InvariantCulture), killsOne: how is ["kill"]).RunAsync();
    case ["whole-round", var staff, var perSecond, .. var how]:
        return await new WholeRoundRun(int.Parse(staff, CultureInfo.InvariantCulture), int.Parse(perSecond, CultureInfo.InvariantCulture), killsOne: how is ["kill"]).RunAsync();
    case ["graph-roster", var members, var installs]:
        return await new GraphRosterRun(int.Parse(members, CultureInfo.InvariantCulture), int.Parse(installs, CultureInfo.InvariantCulture)).RunAsync();
    case ["outage", var seconds]:
        return await OutageRun.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture));
    case ["commits", var seconds]:
        await CommitSpeed.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["reads", var warmup, var seconds]:
        await TurnSpeed.ReadsAsync(int.Parse(warmup, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["dialogs", var warmup, var seconds]:
        HearingSpeed.Run();
        await DialogSpeed.RunAsync(int.Parse(warmup, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["register", var entries, var provider]:
        return await RegisterRun.RunAsync(int.Parse(entries, CultureInfo.InvariantCulture), provider);
    case ["soak", var minutes, var perSecond]:
        return await new SoakRun(int.Parse(minutes, CultureInfo.InvariantCulture), int.Parse(perSecond, CultureInfo.InvariantCulture)).RunAsync();
    case ["tamper", var entries]:
        return await TamperRun.RunAsync(int.Parse(entries, CultureInfo.InvariantCulture));
    case ["report", var people]:
        ReportRun.Run(int.Parse(people, CultureInfo.InvariantCulture));
        return 0;
    case ["replica", .. var settings]:
        await Replica.RunAsync(settings);
        return 0;
    case [SchoolAfternoon.Verb, .. var settings]:
        return await SchoolAfternoon.RunAsync(settings);
    case ["endorsed", .. var settings]:
        await EndorsedBot.RunAsync(settings);
        return 0;
    case ["migration", var name]:
        MigrationWriter.Write(name);
        return 0;
    case ["bare", var address]:
        await BareEcho.RunAsync(address);
        return 0;
    default:
        Console.Error.WriteLine("""
            dotnet run -c Release --project Bot.Benchmarks -- ...

            answers FILE           microseconds and bytes per answer, over the questions of a JSON-lines file
            growth FILE OTHERS     the same with so many policies beside the shipped one
            turns WARMUP SECONDS   turns a second on one core, beside a bare Kestrel JSON echo
            start PROGRAM          from the start of a published program to its first answer; memory at rest
            fuzz COUNT             generated activities against the whole bot: no 5xx, memory flat
            clinc FILE             the classifier on CLINC150 (data_full.json)
            reads WARMUP SECONDS   the same with the channel's tokens checked and the database on
            dialogs WARMUP SECONDS a turn inside a dialog beside a plain question, as in production on SQLite
            commits SECONDS        turns a second that change something, on both databases, beside a bare loop of the same statements
            register ENTRIES PROVIDER
                                   a register of so many entries appended and verified, on sqlite or postgres
            tamper ENTRIES         an exported register of so many entries with one byte changed, for every byte of the file
            year STAFF PROVIDER    a school year of rounds for so many people: states, school time, steps of the ladder
            report PEOPLE          a report of ten entries for each of so many people, as a table, a workbook and a page
            kills COUNT PROVIDER [gently]
                                   end the bot at random moments under load, on sqlite or postgres: what is missing, doubled, sent twice
            round PEOPLE PERSECOND [kill]
                                   a message to each of so many people, by two replicas on PostgreSQL; 0 lifts the channel's limits
            whole-round STAFF PERSECOND [kill]
                                   the roster of a trust brought in, a round started and sent, some confirm: who was missed, what is there twice
            graph-roster MEMBERS INSTALLS
                                   so many members of a group brought in, the bot installed for so many, by two replicas within Graph's limits
            soak MINUTES PERSECOND
                                   so many turns a second of all kinds beside a round, on two replicas that are restarted half way: failures, p99, memory
            outage SECONDS         PostgreSQL stops under load and comes back
            migration NAME         write the next migration of both databases, after a change of the model
            """);
        return 2;
}

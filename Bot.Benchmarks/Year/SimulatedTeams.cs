using System.Security.Cryptography;
using System.Text;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Turns;

namespace PolicyBot.Benchmarks.Year;

/// <summary>Takes what the outbox holds as Teams would, without the network, and has people do what is their habit.</summary>
internal sealed class SimulatedTeams(SchoolBot bot, SimulatedStaff staff, SchoolCalendar calendar)
{
    private const int Batch = 500;

    private readonly string _version = RegisterRecord.VersionOf(bot.Policy);

    public int Delivered { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Messages to people, at a time at which nobody should hear from work.</summary>
    public int OutsideSchoolTime { get; private set; }

    public int ToManager { get; private set; }

    public async Task DeliverAsync(Round round, DateTimeOffset now)
    {
        while (await bot.Outbox.ClaimAsync(Batch, now, now.AddSeconds(30), CancellationToken.None) is { Count: > 0 } messages)
        {
            var settled = messages.Select(message => Settle(message, now)).ToList();
            await bot.Outbox.SettleAsync(settled, now, CancellationToken.None);
            var answers = settled.OfType<Settlement.Delivered>().Select(each => Answer(round, each.Person, now)).OfType<RegisterRecord>().DistinctBy(record => record.Person).ToList();
            if (answers.Count > 0)
                await bot.Get<IRecordStore>().WriteAsync([new Registrations(answers)], [], CancellationToken.None);
        }
    }

    private Settlement Settle(OutboxMessage message, DateTimeOffset now)
    {
        var person = ((Recipient.Person)message.To).ObjectId;
        if (person == YearRun.Manager)
        {
            ToManager++;
            return new Settlement.Delivered(message.Id, person);
        }

        OutsideSchoolTime += calendar.IsSchoolTime(now) ? 0 : 1;
        if (staff.HabitOf(person) is Habit.Blocks or Habit.NotInstalled)
        {
            Refused++;
            return new Settlement.Undeliverable(message.Id, person, 403, staff.HabitOf(person) is Habit.Blocks ? "ConversationBlockedByUser" : "BotNotInConversationRoster");
        }

        Delivered++;
        return new Settlement.Delivered(message.Id, person);
    }

    /// <summary>Two in three confirm after each message, each time others.</summary>
    private RegisterRecord? Answer(Round round, string person, DateTimeOffset now) => person == YearRun.Manager ? null : staff.HabitOf(person) switch
    {
        Habit.WantsToTalk => new RegisterRecord(person, round.Policy, _version, new RegisterEvent.WantsToTalk(), now),
        Habit.Confirms when SHA256.HashData(Encoding.UTF8.GetBytes($"{person} {now.UtcTicks}"))[0] < 170 =>
            new RegisterRecord(person, round.Policy, _version, new RegisterEvent.Acknowledged("R-2345-6789", "", bot.Policy.TextHash, "I have read it.", Round: round.Id), now),
        _ => null,
    };
}

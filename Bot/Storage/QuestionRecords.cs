using PolicyBot.Questions;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>Writes what became of a question with the turn it comes from. Where somebody answered before, the turn loses its race.</summary>
internal sealed class QuestionRecords : TurnRecordWriter<QuestionRecord>
{
    protected override Task<bool> WriteAsync(BotDatabase database, QuestionRecord record, CancellationToken cancellationToken)
    {
        switch (record)
        {
            case QuestionRecord.Passed { Question: var question }:
                database.Questions.Add(New(question));
                break;
            case QuestionRecord.Answered answered:
                var row = Known(answered.Id);
                database.Attach(row);
                (row.Answer, row.Clause) = (answered.Answer.Text, answered.Answer.Clause);
                (row.AnsweredBy, row.AnsweredAt) = (answered.Answer.By, answered.Answer.At);
                break;
            case QuestionRecord.MadePrecedent kept:
                var precedent = Known(kept.Id);
                precedent.AnsweredAt = kept.AnsweredAt;
                database.Attach(precedent).Entity.IsPrecedent = true;
                break;
        }

        return Task.FromResult(true);
    }

    private static QuestionRow New(PassedQuestion question) => new()
    {
        Id = question.Id,
        Text = question.Text,
        Asker = question.Asker,
        Conversation = question.Conversation,
        Policy = question.Policy,
        AskedAt = question.AskedAt,
    };

    /// <summary>A row of which only what changes is written.</summary>
    private static QuestionRow Known(string id) => new() { Id = id, Text = "", Conversation = "", AskedAt = default };
}

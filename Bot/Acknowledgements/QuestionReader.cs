using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>Reads one question of acknowledge.yaml. The limits keep it readable on a phone, and whole on a button.</summary>
internal sealed class QuestionReader(Policy policy, FileIds ids)
{
    private const int AnswersEach = 3;
    private const int MostWordsAsked = 30;
    private const int MostWordsExplained = 45;
    private const int MostCharactersAnswered = 60;

    public QuizQuestion? Read(AuthoredEntry entry)
    {
        entry.Knowing("id", "clause", "ask", "answers", "why");
        var (id, clause) = (ids.Read(entry), AcknowledgementFile.OneClause(entry, policy));
        var (ask, why) = (Words(entry, "ask", MostWordsAsked), Words(entry, "why", MostWordsExplained));
        List<QuizAnswer> answers = [.. entry.Items("answers").Select((item, place) => ReadAnswer(item, place + 1))];
        Check(entry.Find("answers") ?? entry, answers);
        return clause is null ? null : new QuizQuestion(id, clause, ask, answers, why);
    }

    private static string Words(AuthoredEntry entry, string key, int most)
    {
        var text = entry.Required(key);
        if (text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is var count && count > most)
            entry.Find(key)!.Complain($"'{key}' has {count} words. Say it in at most {most}.");

        return text;
    }

    /// <summary>A wrong answer may be written as its text alone.</summary>
    private static QuizAnswer ReadAnswer(AuthoredEntry entry, int number)
    {
        var text = entry.Value is { Length: > 0 } alone ? alone : entry.Knowing("text", "right").Required("text");
        if (text.Length > MostCharactersAnswered)
            entry.Complain($"this answer has {text.Length} characters. A button shows at most {MostCharactersAnswered}.");

        return new QuizAnswer(number, text, IsRight(entry));
    }

    private static bool IsRight(AuthoredEntry entry)
    {
        var written = entry.Optional("right");
        if (written is not (null or "yes" or "true" or "no" or "false"))
            entry.Find("right")!.Complain($"'{written}' is neither yes nor no. "
                + "Write right: yes beside the right answer, and nothing beside the others.");

        return written is "yes" or "true";
    }

    private static void Check(AuthoredEntry list, List<QuizAnswer> answers)
    {
        if (answers.Count != AnswersEach)
            list.Complain($"a question has {AnswersEach} answers, this one has {answers.Count}.");
        if (answers.Count(answer => answer.IsRight) is var right and not 1)
            list.Complain($"{right} answers are right. Write right: yes beside one of them, and no other.");
        foreach (var twins in answers.GroupBy(answer => answer.Text, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1))
            list.Complain($"two answers say '{twins.Key}'. Let each say something else.");
    }
}

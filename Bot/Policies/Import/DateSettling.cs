using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Settles the dates of a policy where its document does, and asks where it does not.</summary>
internal sealed partial class DateSettling(SourceDocument document, ImportAnswers answers, List<ImportQuestion> questions, List<string> notes)
{
    public WrittenDate? Adopted(IReadOnlyList<Mention> mentions)
    {
        if (answers.DateOf(ImportAnswers.Adopted) is (true, var given))
            return given;

        var found = mentions.Where(mention => mention.Kind == "adopted").ToList();
        if (found.Exists(mention => mention is { IsPlain: true, Date: not null }))
            found.RemoveAll(mention => !mention.IsPlain);

        var dated = Exact(found.Select(mention => mention.Date).OfType<WrittenDate>());
        if (dated.Count == 1 && !found.Exists(mention => mention.IsUnreadable))
            return Noted(dated[0]);
        if (found.Exists(mention => mention.Months is null))
            Ask(ImportAnswers.Adopted, dated.Count > 1 ? "The document gives more than one date of adoption. When was this text adopted?"
                : "I cannot read the date of adoption. When was this text adopted?", found.Where(mention => mention.Months is null));

        return null;
    }

    /// <param name="alsoWritten">What the check of every policy will find in the text.</param>
    public (WrittenDate? Date, IReadOnlyList<string> Overruled) ReviewDue(IReadOnlyList<Mention> mentions, WrittenDate? adopted, IEnumerable<WrittenDate> alsoWritten)
    {
        var found = mentions.Where(mention => mention.Kind == "due").ToList();
        List<WrittenDate> written = [.. found.Select(mention => mention.Date).OfType<WrittenDate>(), .. alsoWritten];
        if (answers.DateOf(ImportAnswers.ReviewDue) is (true, var given))
            return (given, Others(written, given));

        var dated = Exact(written);
        if (dated.Count == 1 && !found.Exists(mention => mention.IsUnreadable))
            return (Noted(dated[0]), Others(written, dated[0]));

        var unclear = found.Where(mention => mention.Months is null).ToList();
        if (dated.Count > 1)
            Ask(ImportAnswers.ReviewDue, "The document gives more than one date for the next review. Which is right?", unclear);
        else if (unclear.Count > 0)
            Ask(ImportAnswers.ReviewDue, "I cannot read when the next review is due. When is it?", unclear);
        else
            AskWithout(found, adopted ?? LastReviewed(mentions), adopted is not null);

        return (null, []);
    }

    private void AskWithout(List<Mention> intervals, WrittenDate? from, bool isAdopted)
    {
        if (intervals is not [{ Months: { } months } interval, ..])
        {
            questions.Add(new ImportQuestion(ImportAnswers.ReviewDue, $"The document does not say when its next review is due. When is it? Answer {ImportAnswers.None} if that is settled nowhere.", []));
            return;
        }

        var said = $"The document says how often it is reviewed (“{interval.Words}”, {document.PlaceOf(interval.Part)}), and not when next. When is it?";
        questions.Add(new ImportQuestion(ImportAnswers.ReviewDue, said, from is null ? [] :
            [new ImportCandidate(Later(from, months), $"assumed: {(isAdopted ? "adopted" : "last reviewed")} {from.AsWritten}, and “{interval.Words}” after it")]));
    }

    private static WrittenDate? LastReviewed(IReadOnlyList<Mention> mentions) =>
        mentions.Where(mention => mention.Kind == "last").Select(mention => mention.Date).OfType<WrittenDate>().MaxBy(date => date.Day);

    private static string Later(WrittenDate from, int months) =>
        from.Day.AddMonths(months).ToString(from.IsAssumed ? "MMMM yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private void Ask(string key, string sentence, IEnumerable<Mention> mentions) => questions.Add(new ImportQuestion(key, sentence,
        [.. mentions.DistinctBy(mention => (mention.Words, mention.Part.Place))
            .Select(mention => new ImportCandidate(mention.Words, $"{document.PlaceOf(mention.Part)}: “{mention.Line}”"))]));

    /// <summary>A month and a day in it do not contradict each other; the day counts.</summary>
    private static List<WrittenDate> Exact(IEnumerable<WrittenDate> dates)
    {
        var all = dates.DistinctBy(date => date.Day).ToList();
        return [.. all.Where(date => !(date.IsAssumed
            && all.Exists(other => !other.IsAssumed && other.Day.Year == date.Day.Year && other.Day.Month == date.Day.Month)))];
    }

    private static List<string> Others(IEnumerable<WrittenDate> written, WrittenDate? chosen) =>
        [.. written.Where(date => date.Day != chosen?.Day).Select(date => date.AsWritten).Distinct()];

    private WrittenDate Noted(WrittenDate date)
    {
        if (Numeric().Match(date.AsWritten) is { Success: true } match && int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) <= 12
            && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) <= 12
                && match.Groups[1].Value.TrimStart('0') != match.Groups[2].Value.TrimStart('0'))
            notes.Add($"{date.AsWritten} is read with the day first: {SchoolTime.Written(date.Day)}.");
        else if (date.IsAssumed)
            notes.Add($"{date.AsWritten} names no day and is taken as {SchoolTime.Written(date.Day)}.");

        return date;
    }

    [GeneratedRegex(@"^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$")]
    private static partial Regex Numeric();
}

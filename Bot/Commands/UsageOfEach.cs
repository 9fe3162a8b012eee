namespace PolicyBot.Commands;

/// <summary>What can be typed, and what it does: each command of staff, rounds, the roster and policies at length.</summary>
internal static partial class Usage
{
    private static readonly Dictionary<string, string> OfTalkAndRecords = new(StringComparer.Ordinal)
    {
        ["ask"] = """
            policybot ask "question"
            policybot ask --why "question"
            policybot ask --jsonl FILE

            Answers one question in words, or a file of them with a line of JSON each:
            in   {"id": "1", "question": "can i add a mum on insta"}     (other fields are ignored)
            out  {"id": "1", "outcome": "asks", "verdict": "only_if", "policy": "social-media", "clauses": ["invitations"], "confidence": 0.98}
            outcome: answered, asks, safeguarding, not_covered or help. verdict: must_not, only_if, may, should, info or none.
            --why adds what was recognised, what the question is most like with scores, and which rule decides.
            """,
        ["chat"] = """
            policybot chat [--as manager]

            A conversation as a member of staff has it in Teams, or as the manager, who gets the questions passed on. A number presses the button of that number;
            3=words presses button 3 with these words in the field beside it. An empty line or Ctrl+D ends.
            """,
        ["review"] = """
            policybot review [POLICY]

            When the review is due, who is reviewing it, when the next prompt comes, and how each notice fared that went
            through Microsoft Graph: done, waiting, or refused and which permission is missing.

            policybot review unchanged POLICY NEXT WHO [--on DAY]

            It was reviewed and its text stays: NEXT is when it is due again ("September 2027"), WHO approved it, DAY when
            (today). Nobody is asked to confirm it again.
                policybot review unchanged social-media "September 2027" The governing body

            policybot review later POLICY DAYS
            policybot review give POLICY PERSON

            The next prompt comes in so many days; somebody else on the roster reviews it, or again the manager: "me".

            policybot review pack POLICY FILE.html

            What a review needs, as a page to print: what staff ask, what the policy does not answer, which clauses are got
            wrong, who has confirmed it. Counts, and no names.
            """,
        ["outbox"] = """
            policybot outbox

            A line for replies and for each campaign: how many messages were promised, delivered, refused for good, and still
            wait. Then whom the channel refuses to deliver to, by reason: "403 ConversationBlockedByUser" has blocked the bot,
            "403 BotNotInConversationRoster" has removed it, "403 ForbiddenOperationException" has never had it installed.
            """,
        ["register"] = """
            policybot register verify [--expect VALUE]
            policybot register verify FILE

            Goes through the register from its first entry to its last: each is chained to the one before by a hash. VALUE is a
            check value from a receipt or an earlier export, which the register must still hold. FILE is an export, and is
            verified without the database. Says each fault in a sentence, and exits with 1.

            policybot register export FILE

            Writes a line of JSON for each entry, and the check value. A file that is there already is not written over.

            policybot register report POLICY FILE [--on DAY]

            Who has acknowledged the policy as it reads now, who has not, why, and what to do next; as at today, or at the end of DAY
            (2026-11-23). FILE ends in .html for the evidence pack to show or print, in .csv or in .xlsx for a table with a row for each
            person. A file that is there already is not written over.

            policybot register show PERSON
            policybot register correct NUMBER REASON

            show lists a person's entries, by id or by an email of the roster, in words and with their numbers. correct says that one
            of them does not count: a confirmation, a signature on paper, an exemption, a wish to talk. Nothing is taken away; an entry
            says who corrected it and why. Whoever is open again by it is asked on, and can confirm again. To have the entry count
            again, correct the correction.
            """,
        ["round"] = """
            policybot round preview [POLICY]
            policybot round start [POLICY]

            Everybody on the roster is asked to confirm the policy, in school time, and reminded. The bot that runs sends the messages.
            preview says who would be asked and when, and who cannot be reached and why; nothing is sent.

            policybot round status [POLICY]
            policybot round pause|resume|stop [POLICY]
            policybot round remind POLICY [PERSON]

            remind goes to all who were asked and have not confirmed, or to one, by the id in the roster.

            policybot round paper POLICY PERSON DAY WHY
            policybot round exempt POLICY PERSON WHY

            Enters that somebody signed on paper on a day (2026-09-02), or need not confirm, with who entered it and why.

            policybot round changes [POLICY]
            policybot round corrected POLICY WHY
            policybot round changed POLICY WHY

            The policy has another text than the one people have confirmed: what is different, clause by clause. Nobody is
            asked again until you say what it is: a correction, which voids nothing, or another meaning, which begins a round.
            """,
        ["roster"] = """
            policybot roster import FILE [--try]

            FILE is a table saved as CSV, a line for each person, with a row of column names such as
            Name,Id,Email,Kind,Starts,Ends,Leave,Days,Hours. Name and one of Id and Email are needed.
            With any mistake nothing is brought in: each is said with its line, and the command exits with 1. Else it says
            who is new, renamed or otherwise changed. Whoever is no longer in the file stays as they were: give a leaver
            their last day under Ends. --try says the same and changes nothing.

            policybot roster import --team [ID] [--try]

            The members of the team in which the bot is installed, as Teams lists them: id, name and email. Who is new is
            staff, a guest agency; who is on the roster already keeps kind, dates, leave, days and hours, which no team knows.
            Whoever is not in the team stays and is named. ID, or the team's name, where the bot is in several.

            policybot roster import --group [ID] [--try]

            The same from a group of Entra, by Microsoft Graph: that of Graph:RosterGroup, or the one with the object id ID.

            policybot roster show [DATE]

            Everybody on a day (today, 2026-09-01, 1 September 2026): who must acknowledge, who is on leave, has not
            started or has left.
            """,
        ["policy"] = """
            policybot policy check PATH

            PATH is a policy's folder, its policy.md, or a folder of policies. Says what is wrong: file, line and what to do.
            When nothing is, says what is worth a look: the share of examples the bot gets right that it was not told
            (each fifth is held back in turn), examples it gets wrong although it was told, words that nothing uses.

            policybot policy import FILE [--to FOLDER] [--id ID] [--answer KEY=VALUE]... [--replace]

            FILE is the school's document: .docx, .md or .txt, up to 5 MB. Makes a folder with policy.md, the text word for word
            with its clauses marked, and original.txt, the text as it was read. FOLDER is the policy's own, or the one that
            Policies:Folder names; without it the folder is made here, under the policy's id.
            What the document leaves open, or says twice, is asked: nothing is written, the command exits with 1, and you
            write it again with an answer, such as --answer review-due="September 2027".
            Where the policy is there already, shows what is different, clause by clause, and what is written for the clauses
            that have changed or are gone; --replace takes the new text and holds that back until somebody confirms it.

            policybot policy confirm FOLDER [CLAUSE]...

            What is written for these clauses, or for all that have changed, still fits: the bot uses it again. For a clause
            that is gone nothing fits: it says which lines to edit.

            policybot policy evaluate FILE [SHARE]

            FILE holds a line of JSON for each question with every label that would be right, the best first:
            {"id": "1", "question": "parent added me on fb. accept?", "outcomes": ["asks"], "verdicts": ["only_if"], "clauses": ["invitations"]}
            Verdicts and clauses may be left out, and are not judged then.
            Prints the share that is right and each question that is not. Less than SHARE all right (0.93) is a failed check.

            policybot policy learn

            The bot learns whenever a file beside a policy has changed, which takes some seconds, and keeps what it learnt.
            This does it now, for instance when an installation is made.
            """,
    };
}

using System.Text.Json.Nodes;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Tests.Cards;

/// <summary>Every card, as short and as long as it may become.</summary>
internal static partial class SampleCards
{
    private const string Invitations =
        "When using social media sites, staff must not:\n\nAccept invitations from parents to connect via social media (eg friend requests on Facebook) unless they already know the parent in a private capacity.";

    private const string Covered =
        "This policy covers (but is not limited to) social media platforms such as:\n\n- Twitter\n- Facebook\n- YouTube\n- Tumblr\n- Personal blogs and websites\n- Comments posted on third party blogs or websites\n- Online forums";

    private const string Link = "https://policybot.example.org/policies/social-media#";

    /// <summary>What somebody may type who means no good, or nothing by it.</summary>
    public const string Mischief = "${title} ${$root.unsafe} \"quoted\" C:\\temp [click me](https://evil.example) **bold** _it_ <b>x</b> # one\n- two\n1. three {{x}} 😂";

    public static IReadOnlyDictionary<string, Card> All { get; } = new Dictionary<string, Card>(OfReviews)
    {
        ["question-short"] = new QuestionCard("A friend request from a parent", "Did you already know this parent in private life, not through the Club?",
            [Button("Yes, I knew them before"), Button("No, only from the Club"), Button("I am not sure")], Unsafe),
        ["question-long"] = LongQuestion(),
        ["question-untitled"] = new QuestionCard("", "What do you mean?", [Button("A friend request"), Button("A photo")], Unsafe) { More = [Button("Cancel")] },
        ["question-quiz"] = new QuestionCard("Social Media Policy: question 2 of 6", "You have set up the hall, and it is still empty. The Club's name is on the wall. May you post a photo?",
            [Button("Answer 1"), Button("Answer 2"), Button("Answer 3")], Unsafe)
        {
            Note = $"**Not quite.** The right answer: You may accept it. You already know her in a private capacity, so the rule lets you accept.\n\n“{Invitations}”\n\nI ask you about this rule once more later.",
            Choices = ["**1** Yes, if you post it after work.", "**2** Yes, as no child is in it.", "**3** No, it could identify the Club."],
            More = [Button("Cancel")],
        },
        ["end-short"] = new EndCard("A friend request from a parent", "Yes. You may accept.",
            "You already know this parent in private life, not only through the Club.", Unsafe)
        {
            Told = [new CardFact("How you know the parent", "In private life")],
            Change = [Button("Change: How you know the parent")],
            Clauses = [new QuotedClause(Invitations, "Social Media Policy: invitations", $"{Link}invitations")],
            More = [Button("Start again")],
        },
        ["end-long"] = LongEnd(),
        ["end-open"] = OpenEnd(),
        ["route-short"] = new RouteCard("A child may be unsafe. Do this first.",
            ["Tell Ann, the safeguarding lead, on 01234 567890 **now**, by phone or in person. Do not wait until tomorrow."]),
        ["route-long"] = LongRoute(),
        ["note-short"] = new NoteCard("All right. Nothing was kept."),
        ["note-long"] = new NoteCard("This card belongs to a conversation that is over. You can begin it **again**; what you told me is forgotten.")
        {
            Title = "A friend request from a parent",
            Buttons = [Button("Begin again"), Button("Ask the Manager")],
        },
        ["draft-short"] = new DraftCard("Ask the Manager", "This is what I would send. Change what you like.", "May I follow a parent on Instagram?",
            Button("Send with my name"), Button("Send without my name"), Button("Do not send")),
        ["draft-long"] = new DraftCard("Ask the Manager", "This is what I would send to the Manager, Sam. Change what you like, and take out names of children, parents and colleagues.",
            $"{Mischief}\n{Long("I have followed a parent for years and now her son comes to the Club.", 6_000)}",
            Button("Send with my name"), Button("Send without my name"), Button("Do not send"))
        { Note = "I took out **1 name**. Please look whether the rest may be sent." },
        ["round-preview"] = new RoundCard("Before it starts: Social Media Policy", "Asked to confirm: 22. On leave: 2. Cannot be reached: 1.")
        {
            Facts = ["The first is written to on 7 September 2026, 08:04, the last on 9 September 2026, 15:22, in school time only."],
            Missing = [new CardFact("Wilf", "no Teams account in the roster; have them sign on paper")],
            Buttons = [Button("Start the round")],
        },
        ["round-status"] = new RoundCard("Confirming: Social Media Policy", "18 of 22 have confirmed.")
        {
            Slices = [new CardSlice("confirmed", 18, "good"), new CardSlice("not confirmed yet", 2, "warning"), new CardSlice("wants to talk to you first", 1, "neutral"), new CardSlice("cannot be reached", 1, "attention")],
            Facts = ["Started on 7 September 2026, 07:00 by Sam. It is running.", "Written to: 21. Delivered: 20."],
            Missing = [.. Enumerable.Range(1, 26).Select(i => new CardFact(i == 1 ? Mischief : $"Person {i}", "has blocked the bot; ask them to unblock it, or have them sign on paper"))],
            Buttons = [Button("Remind all of them now"), Button("Pause"), Button("Stop the round")],
        },
        ["text-short"] = new TextCard("The text has changed: Social Media Policy", "Different from the text that staff have confirmed: reworded: 1.", "Why it was changed (staff read this if they are asked again)", Button("Only a correction"), Button("The meaning has changed"))
        {
            Changes = [new CardChange("offence", "Post anything that could offend other member of staff.", "Post anything that could offend other members of staff.")],
            Choices = ["**Only a correction** - a slip of the pen or a date. Nobody is asked again."],
        },
        ["text-long"] = new TextCard("The text has changed: Social Media Policy", "Different from the text that staff have confirmed: reworded: 4, new: 1, no longer there: 1.", "Why it was changed.", Button("Only a correction"), Button("The meaning has changed"))
        {
            Note = "Please write why, and press again.",
            Changes =
            [
                .. Enumerable.Range(1, 4).Select(i => new CardChange($"clause {i}", Long("What stood there before.", 600), Long(Mischief, 600))),
                new CardChange("new one", null, Long("What is new.", 600)), new CardChange("gone one", Long("What is gone.", 600), null),
            ],
            Choices = ["And 12 more.", "**Only a correction** - a slip of the pen or a date. Nobody is asked again.", "**The meaning has changed** - everybody is asked, in school time."],
        },
        ["manager-question-short"] = new ManagerQuestionCard("A question from your staff", "Alex Wilber", "23 November, 09:00",
            "May I follow a parent on Instagram?", Choices, Button("Send the answer")),
        ["manager-question-long"] = new ManagerQuestionCard("A question from your staff", Mischief, "23 November, 09:00",
            $"{Mischief}\n{Long("A parent asked in the class group whether the Club is open on the training day.", 6_000)}", Choices, Button("Send the answer"))
        {
            Note = "The policy does not settle it. The nearest words are **invitations**.",
            More = [Button("Remind me tomorrow"), Button("I shall speak to them myself")],
        },
        ["manager-question-answered"] = new ManagerQuestionCard("A question from your staff", "A member of staff, without a name", "23 November, 09:00",
            "May I follow a parent on Instagram?", Choices, Button("Send the answer"))
        {
            Answered = $"No, please do not.\n\n{Mischief}",
            Note = "Sent on 24 November, 10:15.",
        },
    };

    private static CardButton Unsafe => Button("A child may be unsafe");

    private static IReadOnlyList<ClauseChoice> Choices =>
    [
        new("invitations", "Invitations from parents"), new("discussing", "Discussing children or the Club"),
        new("photographs", "Photographs"), new("acceptable-use", "The Acceptable Use Policy"),
    ];

    public static CardButton Button(string label) => new(label, new JsonObject
    {
        ["do"] = label.ToLowerInvariant().Replace(' ', '-'),
        ["run"] = "friend-request",
        ["at"] = 12,
        ["quoted"] = "${title} \"\\",
        ["nonce"] = "0123456789abcdef0123456789abcdef",
    });

    private static QuestionCard LongQuestion() => new("A parent writes to you about bullying, an injury, an allergy or medicine",
        "Is there anything in the message that makes you think that a child might be hurt, or might be in danger now or later today?",
        [Button("Yes, or I am not sure about it"), Button("No, it is about something else"), Button("It is urgent, but nobody is in danger"), Button("I have not read it yet"), Button("None of these")],
        Unsafe)
    {
        Note = "I did not understand “**maybe**”. Please choose, or write it in other words.",
        Told = [new CardFact("How you know the parent", "Only from the gate, and from the village fair last summer where we talked once"),
            new CardFact("Where they wrote", "WhatsApp"), new CardFact("What you wrote", Mischief)],
        Change = [Button("Change: How you know the parent"), Button("Change: Where they wrote"), Button("Change: What you wrote")],
        More = [Button("Back"), Button("Start again"), Button("Cancel")],
    };

    private static EndCard LongEnd() => new("A parent messages you", "No. Do not discuss it online.",
        "You must not talk with parents on social media about their child or the Club. It makes no difference that the parent is **also a friend**.", Unsafe)
    {
        Note = "This is what holds today. I have not kept what you wrote.",
        Told = [new CardFact("How you know the parent", "A friend of many years"), new CardFact("What it is about", "Her child, and how the day at the Club was")],
        Change = [Button("Change: How you know the parent"), Button("Change: What it is about")],
        Steps = ["Do not answer what was asked.", "Invite the parent to raise it when they are next at the Club.", "If it is more urgent, give them the number of the Manager, Sam: **01234 567899**."],
        Say = "Hi! I am not allowed to talk about the Club on here, sorry. Please have a word when you are next at the Club, or contact the Manager if it is urgent.",
        Clauses =
        [
            new("When using social media sites, staff must not:\n\nDiscuss with parents any issues relating to their child or our Club. Instead invite the parent to raise the issue when they are next at the Club, or to contact the Manager if the matter is more urgent.",
                "Social Media Policy: discussing", $"{Link}discussing"),
            new(Covered, "Social Media Policy: scope", $"{Link}scope"),
            new("Any member of staff who posts content or comments that breach confidentiality will face disciplinary action in line with our **Staff Disciplinary policy**.",
                "Social Media Policy: discipline", null),
        ],
        Ask = "the Manager, Sam",
        More = [Button("Start again")],
    };

    private static EndCard OpenEnd() => new("You want to send the request", "The policy does not say.",
        "The policy speaks of accepting a parent's invitation. It does not speak of sending one.", Unsafe)
    {
        Told = [new CardFact("Who asks whom", "I ask the parent")],
        Steps = ["Do not send it before the Manager has said so."],
        Near = "The nearest words are these. They do not settle your question:",
        Clauses = [new QuotedClause(Invitations, "Social Media Policy: invitations", $"{Link}invitations")],
        Ask = "the Manager, Sam",
        PassOn = Button("Send my question to the Manager"),
        Change = [Button("Change: Who asks whom")],
        More = [Button("Start again")],
    };

    private static RouteCard LongRoute() => new("A child may be unsafe. Do this first.",
    [
        "Listen and stay calm. Do not ask questions that suggest an answer, and do not promise to keep it secret.",
        "Tell Ann Featherstonehaugh-Cholmondeley, the safeguarding lead, on 01234 567890 **now**, by phone or in person. If anybody is in danger, **call 999** first.",
        "Write down the exact words, with date, time and place, and sign it.",
    ])
    {
        MoreExactly = [Button("Somebody is in danger now"), Button("A child told me something"), Button("A child writes to me"), Button("There is a picture"), Button("It is about a colleague"), Button("It is about me")],
        Also =
        [
            "A small worry counts too. You do not have to be sure.",
            "If Ann Featherstonehaugh-Cholmondeley, the safeguarding lead, on 01234 567890 is not there: Di, the deputy lead, on 01234 567894.",
            "If you reach nobody: children's social care on 03000 41 11 11. Anybody may call.",
        ],
        Kept = "I have not kept your message and nobody has been told. Please make the call yourself.",
    };

    private static string Long(string sentence, int length) => string.Concat(Enumerable.Repeat(sentence + " ", length / sentence.Length));
}

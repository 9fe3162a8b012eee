using System.Text;

namespace PolicyBot.Benchmarks.Fuzz;

/// <summary>Makes request bodies from good to hopeless. The same seed makes the same bodies.</summary>
internal sealed class ActivityFuzzer(int seed)
{
    private static readonly string[] Types =
        ["message", "message", "message", "invoke", "conversationUpdate", "installationUpdate", "typing", "messageReaction", "event", "", "MESSAGE", "\\u0000"];

    private static readonly string[] Scraps =
    [
        "null", "true", "-1", "1e400", "12345678901234567890123", "\"\"", "[]", "{}", "[[[[]]]]", "{\"id\":null}", "{\"id\":{}}", "{\"id\":\"x\"}",
        "[null]", "[{}]", "[{\"type\":\"mention\",\"mentioned\":5}]", "[{\"type\":\"mention\",\"mentioned\":{\"id\":\"bot\"},\"text\":\"(\"}]",
        "\"2026-13-45T99:99:99Z\"", "\"<at>bot</at>\"", "{\"tenant\":7}", "{\"tenant\":{\"id\":[]}}", "{\"actionName\":\"feedback\"}", "{\"text\":\"can i post\"}", "{\"text\":{}}",
    ];

    private static readonly string[] Words =
    [
        "can", "i", "add", "a", "mum", "on", "insta", "photo", "kids", "policy", "rant", "club", "help", "no", "not", "scared", "home", "secret", "😂", "🙈👨‍👩‍👧", "café", "你好", "مرحبا",
        "ﬁ", "\\u0000", "\\u202e", "\\ufeff", "<script>alert(1)</script>", "**bold**", "[x](http://y)", "`", "> quote", "'; DROP TABLE x;--", "${jndi:ldap://x}", "%00", "../..", "aaaaaaaaaaaaaaaa", "1",
        "\\t", "\\n\\n", "&nbsp;", "a\\u0301\\u0301\\u0301",
    ];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var body = Encoding.UTF8.GetBytes(Activity());
        return _random.Next(20) switch
        {
            0 => body[..(_random.Next(body.Length) + 1)],
            1 => Flipped(body),
            2 => [.. body, .. Encoding.UTF8.GetBytes(Pick(Scraps))],
            3 => Random(_random.Next(300)),
            4 => Encoding.UTF8.GetBytes(Nested(_random.Next(2_000))),
            _ => body,
        };
    }

    private string Activity()
    {
        var fields = new List<(string Name, string Value)>
        {
            ("type", $"\"{Pick(Types)}\""), ("id", "\"1\""), ("channelId", "\"emulator\""), ("serviceUrl", "\"http://127.0.0.1:9/\""),
            ("from", "{\"id\":\"user\"}"), ("recipient", "{\"id\":\"bot\"}"), ("conversation", $"{{\"id\":\"{_random.Next(1000)}\"}}"),
            ("text", $"\"{Text()}\""), ("deliveryMode", _random.Next(20) == 0 ? "\"normal\"" : "\"expectReplies\""),
            ("name", Pick(["\"message/submitAction\"", "\"adaptiveCard/action\"", "\"x\"", "null"])),
            ("membersAdded", "[{\"id\":\"bot\"}]"), ("action", "\"add\""), ("value", Pick(Scraps)), ("channelData", Pick(Scraps)), ("entities", Pick(["[]", "null"])),
        };
        for (var damage = Math.Max(0, _random.Next(5) - 2); damage > 0; damage--)
            fields[_random.Next(fields.Count)] = (fields[_random.Next(fields.Count)].Name, Pick(Scraps));

        return $"{{{string.Join(',', fields.Select(field => $"\"{field.Name}\":{field.Value}"))}}}";
    }

    private string Text()
    {
        var length = _random.Next(50) switch { 0 => 4_000, 1 => 0, _ => _random.Next(1, 40) };
        return string.Join(' ', Enumerable.Range(0, length).Select(_ => _random.Next(2_000) == 0 ? "\\ud83d" : Pick(Words)));
    }

    private byte[] Flipped(byte[] body)
    {
        for (var flips = _random.Next(1, 5); flips > 0; flips--)
            body[_random.Next(body.Length)] = (byte)_random.Next(256);

        return body;
    }

    private byte[] Random(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private static string Nested(int depth) => $"{{\"type\":\"message\",\"value\":{new string('[', depth)}{new string(']', depth)}}}";

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}

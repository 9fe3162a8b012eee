using System.Text;
using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>Nothing of a register of 1,000 entries can be changed, taken out, swapped, put in or cut off without being seen.</summary>
public sealed class RegisterChainTests
{
    private static readonly IReadOnlyList<RegisterEntry> Entries = SmallRegister.Of(1_000);

    private static readonly RegisterHead Head = SmallRegister.HeadOf(Entries);

    [Fact]
    public void A_register_that_nobody_touched_has_no_fault()
    {
        var check = SmallRegister.Check(Entries, Head);

        Assert.Empty(check.Faults);
        Assert.Equal(Head.CheckValue, check.Head.CheckValue);
    }

    [Fact]
    public void Every_byte_of_every_field_of_every_entry_counts()
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            var before = FaultsAround(i, Entries[i]);
            foreach (var changed in Changed(Entries[i]).Where(changed => FaultsAround(i, changed) <= before))
                Assert.Fail($"Entry {i + 1} is {changed}.");
        }
    }

    [Fact]
    public void An_entry_taken_out_is_missed() =>
        Assert.All(Enumerable.Range(0, Entries.Count), i => Assert.NotEmpty(SmallRegister.Check(Entries.Where((_, at) => at != i), Head).Faults));

    [Fact]
    public void Two_entries_swapped_are_seen() => Assert.All(Enumerable.Range(0, Entries.Count - 1), i =>
        Assert.NotEmpty(SmallRegister.Check([.. Entries.Take(i), Entries[i + 1], Entries[i], .. Entries.Skip(i + 2)], Head).Faults));

    [Fact]
    public void An_entry_put_in_is_seen_even_where_it_is_chained_to_the_one_before() => Assert.All(Enumerable.Range(0, Entries.Count), i =>
    {
        var forged = RegisterChain.Append(new RegisterHead(Entries[i].Number, Entries[i].Hash), SmallRegister.Record(4_000));

        Assert.NotEmpty(SmallRegister.Check([.. Entries.Take(i + 1), forged, .. Entries.Skip(i + 1)], Head).Faults);
    });

    [Fact]
    public void A_register_cut_off_anywhere_is_seen() =>
        Assert.All(Enumerable.Range(0, Entries.Count), count => Assert.NotEmpty(SmallRegister.Check(Entries.Take(count), Head).Faults));

    [Fact]
    public void What_was_erased_without_an_entry_that_says_so_is_seen()
    {
        var erased = Entries[3] with { Person = null, Detail = null, Salt = null };

        Assert.Equal(["Entry 4 has lost who and what it is about, and no entry says that it was erased."], SmallRegister.Check([.. Entries.Take(3), erased, .. Entries.Skip(4)], Head).Faults);
    }

    /// <summary>Of fields with eight bytes of length before each, made by another program: what stands in a register already must verify for ever.</summary>
    [Fact]
    public void The_layout_is_the_one_that_was_always_written()
    {
        byte[] salt = [.. Enumerable.Range(0, 16).Select(number => (byte)number)];
        var entry = new RegisterEntry(7, DateTimeOffset.FromUnixTimeMilliseconds(1756713600000), "acknowledged", "social-media", "a1b2c3d4", "person-é",
            """{"kind":"acknowledged"}""", salt, RegisterChain.DigestOf(salt, "person-é", """{"kind":"acknowledged"}"""), []);

        Assert.Equal("700ebb2799bc39183ad204a28d91226d46d44eba374e159a05cfe5e43a66d962", Convert.ToHexStringLower(entry.Digest));
        Assert.Equal("5ad257fa4232296f5a5c9cb32fc5ce6ff2bba3ee6ac5398fc7b453da9b797b43", Convert.ToHexStringLower(RegisterChain.HashOf(entry, new byte[RegisterChain.HashSize])));
        Assert.Equal("375b7fe43d64c86e5daf5fdd3863e510dd1b0b12524478983f7da749b7f25dba", Convert.ToHexStringLower(RegisterChain.DigestOf(salt, null, "{}")));
    }

    [Fact]
    public async Task Every_byte_of_the_exported_file_counts()
    {
        var file = await ExportAsync(SmallRegister.Of(40));
        Assert.Empty(RegisterExport.Check(file).Faults);

        for (var at = 0; at < file.Length; at++)
        {
            file[at] ^= 1;
            Assert.NotEmpty(RegisterExport.Check(file).Faults);
            file[at] ^= 1;
        }
    }

    /// <summary>Every bit in turn, a letter's case among them.</summary>
    [Fact]
    public async Task Every_byte_of_the_entries_counts_where_the_file_is_sealed_anew()
    {
        var file = await ExportAsync(SmallRegister.Of(12));
        var (first, seal) = (file.AsSpan().IndexOf((byte)'\n'), file.AsSpan(..^1).LastIndexOf((byte)'\n') + 1);

        for (var at = first + 1; at < seal; at++)
        {
            file[at] ^= (byte)(1 << (at % 8));
            RegisterExport.SealOf(file.AsSpan(..seal)).CopyTo(file.AsSpan(seal));
            Assert.NotEmpty(RegisterExport.Check(file, stopsAtFirst: at % 2 == 0).Faults);
            file[at] ^= (byte)(1 << (at % 8));
        }
    }

    /// <summary>Whoever tampers with a file can seal it anew; the chain is not theirs to seal.</summary>
    [Fact]
    public async Task An_exported_line_that_is_missing_or_twice_or_elsewhere_is_seen()
    {
        var lines = Encoding.UTF8.GetString(await ExportAsync(SmallRegister.Of(100))).Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1];

        for (var i = 1; i < lines.Length; i++)
        {
            Assert.NotEmpty(RegisterExport.Check(Sealed(lines.Where((_, at) => at != i))).Faults);
            if (i + 1 < lines.Length)
                Assert.NotEmpty(RegisterExport.Check(Sealed([.. lines[..i], lines[i + 1], lines[i], .. lines[(i + 2)..]])).Faults);
        }

        Assert.Empty(RegisterExport.Check(Sealed(lines)).Faults);
        Assert.NotEmpty(RegisterExport.Check(Sealed([.. lines, lines[^1]])).Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("hello")]
    [InlineData("{}\nnull\nsha256 00\n")]
    public void A_file_that_is_none_is_told_so(string file) => Assert.NotEmpty(RegisterExport.Check(Encoding.UTF8.GetBytes(file)).Faults);

    /// <summary>The rest is as it was: only the entry, and those on both sides of it. Beginning in the middle is a fault of its own.</summary>
    private static int FaultsAround(int index, RegisterEntry put)
    {
        var check = new ChainCheck();
        foreach (var entry in Entries.Skip(Math.Max(0, index - 1)).Take(3))
            check.Take(entry == Entries[index] ? put : entry);

        return check.Faults.Count;
    }

    private static IEnumerable<RegisterEntry> Changed(RegisterEntry entry)
    {
        yield return entry with { Number = entry.Number + 1 };
        yield return entry with { At = entry.At.AddMilliseconds(1) };
        foreach (var text in Flipped(entry.Kind))
            yield return entry with { Kind = text };
        foreach (var text in Flipped(entry.Item))
            yield return entry with { Item = text };
        foreach (var text in Flipped(entry.Version))
            yield return entry with { Version = text };
        foreach (var text in Flipped(entry.Person!).Append(null))
            yield return entry with { Person = text };
        foreach (var text in Flipped(entry.Detail!).Append(null))
            yield return entry with { Detail = text };
        foreach (var bytes in Flipped(entry.Salt!).Append(null))
            yield return entry with { Salt = bytes };
        foreach (var bytes in Flipped(entry.Digest))
            yield return entry with { Digest = bytes };
        foreach (var bytes in Flipped(entry.Hash))
            yield return entry with { Hash = bytes };
    }

    private static IEnumerable<string> Flipped(string text) => Flipped(Encoding.UTF8.GetBytes(text)).Select(bytes => Encoding.UTF8.GetString(bytes));

    private static IEnumerable<byte[]> Flipped(byte[] bytes) => Enumerable.Range(0, bytes.Length).Select(at => (byte[])[.. bytes[..at], (byte)(bytes[at] ^ 1), .. bytes[(at + 1)..]]);

    private static async Task<byte[]> ExportAsync(IReadOnlyList<RegisterEntry> entries)
    {
        using var file = new MemoryStream();
        await RegisterExport.WriteAsync(entries, SmallRegister.HeadOf(entries), "the Club", new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero), file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    private static byte[] Sealed(IEnumerable<string> lines)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        return [.. content, .. Encoding.UTF8.GetBytes($"sha256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))}\n")];
    }
}

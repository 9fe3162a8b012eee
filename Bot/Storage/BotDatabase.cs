using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>The tables, alike on both databases: instants are milliseconds since 1970, so one statement serves both.</summary>
internal abstract class BotDatabase(DbContextOptions options) : DbContext(options)
{
    public DbSet<StateRow> States => Set<StateRow>();

    public DbSet<HeardRow> Heard => Set<HeardRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<ErrandRow> Errands => Set<ErrandRow>();

    public DbSet<BookmarkRow> Bookmarks => Set<BookmarkRow>();

    public DbSet<KeyRow> Keys => Set<KeyRow>();

    public DbSet<ReferenceRow> References => Set<ReferenceRow>();

    public DbSet<UnreachableRow> Unreachable => Set<UnreachableRow>();

    public DbSet<QuestionRow> Questions => Set<QuestionRow>();

    public DbSet<ThemeRow> Themes => Set<ThemeRow>();

    public DbSet<RegisterRow> Register => Set<RegisterRow>();

    public DbSet<RoundRow> Rounds => Set<RoundRow>();

    public DbSet<RoundMemberRow> RoundMembers => Set<RoundMemberRow>();

    public DbSet<PolicyTextRow> PolicyTexts => Set<PolicyTextRow>();

    public DbSet<TextChangeRow> TextChanges => Set<TextChangeRow>();

    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    public DbSet<RegisterHeadRow> RegisterHead => Set<RegisterHeadRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<LiveCardRow> LiveCards => Set<LiveCardRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StateRow>(state =>
        {
            state.ToTable("States").HasKey(row => row.Conversation);
            state.Property(row => row.Version).IsConcurrencyToken();
            state.HasIndex(row => row.WaitsUntil).HasFilter("\"WaitsUntil\" IS NOT NULL");
        });
        modelBuilder.Entity<HeardRow>(heard =>
        {
            heard.ToTable("Heard").HasKey(row => row.Key);
            heard.HasIndex(row => row.Until);
        });
        modelBuilder.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("Outbox").HasKey(row => row.Id);
            outbox.HasIndex(row => row.Key).IsUnique();
            outbox.HasIndex(row => new { row.Lane, row.NotBefore, row.Id }).HasFilter("\"DoneAt\" IS NULL");
            outbox.HasIndex(row => new { row.Thread, row.Id }).HasFilter("\"DoneAt\" IS NULL");
            outbox.HasIndex(row => new { row.Thread, row.DoneAt });
        });
        modelBuilder.Entity<ErrandRow>(errand =>
        {
            errand.ToTable("Errands").HasKey(row => row.Id);
            errand.HasIndex(row => row.Key).IsUnique();
            errand.HasIndex(row => new { row.Kind, row.NotBefore, row.Id }).HasFilter("\"DoneAt\" IS NULL");
            errand.HasIndex(row => new { row.Kind, row.Person, row.DoneAt });
        });
        modelBuilder.Entity<ReferenceRow>(reference =>
        {
            reference.ToTable("References").HasKey(row => row.Conversation);
            reference.HasIndex(row => row.Person);
            reference.HasIndex(row => row.Team).HasFilter("\"Team\" IS NOT NULL");
            reference.HasIndex(row => row.SeenAt);
        });
        modelBuilder.Entity<QuestionRow>(question =>
        {
            question.ToTable("Questions").HasKey(row => row.Id);
            question.Property(row => row.AnsweredAt).IsConcurrencyToken(); // Answered once.
            question.HasIndex(row => row.Conversation);
            question.HasIndex(row => row.AskedAt);
        });
        modelBuilder.Entity<RegisterRow>(register =>
        {
            register.ToTable("Register").HasKey(row => row.Number);
            register.Property(row => row.Number).ValueGeneratedNever();
            register.HasIndex(row => row.Person);
            register.HasIndex(row => new { row.Person, row.Item, row.Version, row.Round }).IsUnique().HasFilter("\"Kind\" = 'acknowledged'");
        });
        modelBuilder.Entity<RoundRow>().ToTable("Rounds").HasKey(row => row.Id);
        modelBuilder.Entity<RoundMemberRow>(member =>
        {
            member.ToTable("RoundMembers").HasKey(row => new { row.Round, row.Person });
            member.Property(row => row.State).IsConcurrencyToken();
            member.Property(row => row.NextAt).IsConcurrencyToken();
            member.HasIndex(row => new { row.Round, row.NextAt }).HasFilter("\"NextAt\" IS NOT NULL");
            member.HasIndex(row => row.Person);
        });
        modelBuilder.Entity<RegisterHeadRow>(head =>
        {
            head.ToTable("RegisterHead").HasKey(row => row.Id);
            head.Property(row => row.Id).ValueGeneratedNever();
            head.HasData(new RegisterHeadRow { Id = RegisterHeadRow.Only, Count = 0, Hash = new byte[32] });
        });
        modelBuilder.Entity<PolicyTextRow>().ToTable("PolicyTexts").HasKey(row => new { row.Policy, row.Version });
        modelBuilder.Entity<TextChangeRow>().ToTable("TextChanges").HasKey(row => new { row.Policy, row.Number });
        modelBuilder.Entity<ReviewRow>(review =>
        {
            review.ToTable("Reviews").HasKey(row => new { row.Policy, row.Due });
            review.Property(row => row.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<LiveCardRow>().ToTable("LiveCards").HasKey(row => row.Name);
        modelBuilder.Entity<PersonRow>().ToTable("People").HasKey(row => row.Id);
        modelBuilder.Entity<ThemeRow>().ToTable("Themes").HasKey(row => new { row.Month, row.Subject });
        modelBuilder.Entity<UnreachableRow>().ToTable("Unreachable").HasKey(row => row.Person);
        modelBuilder.Entity<BookmarkRow>().ToTable("Bookmarks").HasKey(row => row.Name);
        modelBuilder.Entity<KeyRow>().ToTable("Keys").HasKey(row => row.Name);
        modelBuilder.Entity<PaceRow>().ToTable("Pace").HasKey(row => row.Name);
    }

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}

internal sealed class SqliteDatabase(DbContextOptions<SqliteDatabase> options) : BotDatabase(options);

internal sealed class PostgresDatabase(DbContextOptions<PostgresDatabase> options) : BotDatabase(options)
{
    /// <summary>Keys compare by their bytes, as on SQLite, so that those that begin alike stand together.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ErrandRow>().Property(row => row.Key).UseCollation("C");
    }
}

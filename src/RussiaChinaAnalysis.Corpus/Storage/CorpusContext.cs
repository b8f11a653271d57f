using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>One database is one corpus. What differs between databases is in the subclasses and their <see cref="PassageSearch"/>.</summary>
public abstract class CorpusContext(DbContextOptions options) : IdentityUserContext<Person, int>(options)
{
    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    public DbSet<DocumentText> DocumentTexts => Set<DocumentText>();

    public DbSet<OriginalFile> OriginalFiles => Set<OriginalFile>();

    public DbSet<VersionSketch> VersionSketches => Set<VersionSketch>();

    public DbSet<VersionChange> VersionChanges => Set<VersionChange>();

    public DbSet<UnplacedPassage> UnplacedPassages => Set<UnplacedPassage>();

    public DbSet<Passage> Passages => Set<Passage>();

    public DbSet<PassageTheme> PassageThemes => Set<PassageTheme>();

    public DbSet<Relation> Relations => Set<Relation>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<Annotation> Annotations => Set<Annotation>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<DocumentChange> DocumentChanges => Set<DocumentChange>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    public DbSet<Connection> Connections => Set<Connection>();

    public DbSet<PassageFigure> PassageFigures => Set<PassageFigure>();

    public DbSet<TermFrequency> TermFrequencies => Set<TermFrequency>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<ReportVersion> ReportVersions => Set<ReportVersion>();

    public abstract PassageSearch Search { get; }

    /// <summary>
    /// Gives one job, the first that waits or whose lease has run out, to <paramref name="owner"/>, and to nobody else
    /// who asks at the same time.
    /// </summary>
    /// <returns>The job's id; null when there is nothing to do.</returns>
    public abstract Task<int?> TakeJobAsync(Guid owner, DateTime now, DateTime expires, CancellationToken cancellation);

    /// <summary>Brings the schema, and what is derived from the tables, up to date. Safe to run at every start.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellation);

    /// <summary>Makes the search and the counts that the database keeps anew from the tables.</summary>
    public abstract Task RebuildDerivedAsync(CancellationToken cancellation);

    /// <summary>Lets the keys that the database gives out go on after those of rows that came with their own.</summary>
    public virtual Task ContinueKeysAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>A key of the table that the database will give to no row.</summary>
    public abstract Task<long> ReserveKeyAsync(IEntityType type, CancellationToken cancellation);

    /// <summary>Lets other programs on this database know of a change when the transaction ends, where the database can.</summary>
    public virtual Task AnnounceAsync(long change, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// Stores rows that are new, with all that hangs on them and is new too, as saving them would, but fast. Part of the
    /// caller's transaction. Afterwards they have their keys; whether the context tracks them is not said.
    /// </summary>
    /// <exception cref="DbUpdateException">The database did not take them.</exception>
    public abstract Task InsertAsync(IReadOnlyList<object> rows, CancellationToken cancellation);

    /// <summary>Until the caller's transaction ends, the document gets no new version. What is read afterwards is what it is.</summary>
    public virtual Task LockDocumentAsync(int document, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// Until the caller's transaction ends, the document gets no new version, and nobody changes its passages or makes anything hang on them. What is
    /// read afterwards is what they are.
    /// </summary>
    public virtual Task LockPassagesAsync(int document, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// Takes the locks that deciding about passages needs, on them and on what they bear on, whose counts change with it:
    /// all at once and in one order, so that two who decide at the same time never wait for each other.
    /// </summary>
    public virtual Task LockDecidedAsync(IReadOnlyCollection<int> passages, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Until the caller's transaction ends, nobody else changes themes. Reading them goes on.</summary>
    public virtual Task LockThemesAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Whether rows were not stored because of what they refer to, or what refers to them.</summary>
    public abstract bool IsAboutReferences(DbUpdateException refusal);

    /// <summary>Whether rows were not stored because there are such rows already.</summary>
    public abstract bool IsAboutUniqueness(DbUpdateException refusal);

    /// <summary>Until it is disposed of, all queries of this context see the same state of the corpus. It blocks no writer.</summary>
    public abstract Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RenewConcurrencyTokens();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RenewConcurrencyTokens();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // After what Identity configures, so that ours counts.
        builder.ApplyConfigurationsFromAssembly(typeof(CorpusContext).Assembly);
    }

    private void RenewConcurrencyTokens()
    {
        foreach (var entry in ChangeTracker.Entries<IConcurrencyChecked>())
        {
            if (entry.State == EntityState.Modified)
                entry.Entity.ConcurrencyToken = Guid.NewGuid();
        }
    }
}

using Microsoft.EntityFrameworkCore.Metadata;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>
/// The tables of an archive, read off the model of the database, so that nothing that is ever added to the corpus can be
/// forgotten. Each table comes after those that it refers to.
/// </summary>
internal sealed class ArchiveModel
{
    /// <summary>Secrets of one installation, which must not leave it.</summary>
    internal static readonly Type[] LeftOut = [typeof(ProtectionKey), typeof(ApiToken), typeof(Invitation)];

    /// <summary>They speak of rows that the database does not know them to refer to, so they come after all others.</summary>
    private static readonly Type[] Last =
        [typeof(VersionChange), typeof(UnplacedPassage), typeof(Report), typeof(ReportVersion), typeof(ReportText), typeof(Change), typeof(ChangedRow)];

    private readonly Dictionary<IEntityType, ArchiveTable> byType = [];

    private ArchiveModel()
    {
    }

    public IReadOnlyList<ArchiveTable> Tables { get; private set; } = [];

    public static ArchiveModel Of(CorpusContext context)
    {
        var model = new ArchiveModel();
        var types = context.Model.GetEntityTypes()
            .Where(type => type.ClrType.Namespace == typeof(Document).Namespace && !LeftOut.Contains(type.ClrType))
            .OrderBy(type => Array.IndexOf(Last, type.ClrType)).ThenBy(type => type.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        foreach (var type in types)
            Place(type, types, ordered, []);
        model.Tables = [.. ordered.Select(type => new ArchiveTable(type))];
        foreach (var table in model.Tables)
            model.byType.Add(table.Type, table);
        return model;
    }

    /// <summary>Null for what the archive does not hold, such as accounts.</summary>
    public ArchiveTable? TableOf(IEntityType type) => byType.GetValueOrDefault(type);

    public ArchiveTable? TableOf(Type kind) => Tables.FirstOrDefault(table => table.Type.ClrType == kind);

    /// <param name="entity">The name of a kind of row.</param>
    public ArchiveTable? Find(string entity) => Tables.FirstOrDefault(table => table.Type.ClrType.Name == entity);

    private static void Place(IEntityType type, List<IEntityType> types, List<IEntityType> ordered, HashSet<IEntityType> open)
    {
        if (ordered.Contains(type) || !types.Contains(type) || !open.Add(type))
            return;
        foreach (var principal in type.GetForeignKeys().Select(key => key.PrincipalEntityType).OrderBy(principal => principal.Name, StringComparer.Ordinal))
            Place(principal, types, ordered, open);
        ordered.Add(type);
    }
}

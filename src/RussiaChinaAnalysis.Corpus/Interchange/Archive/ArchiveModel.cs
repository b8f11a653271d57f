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
    /// <summary>Secrets of one installation, which must not leave it, and its history, which speaks of rows by the numbers that they have there.</summary>
    internal static readonly Type[] LeftOut = [typeof(ProtectionKey), typeof(ApiToken), typeof(Invitation), typeof(Change), typeof(ChangedRow)];

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
            .OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
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

    private static void Place(IEntityType type, List<IEntityType> types, List<IEntityType> ordered, HashSet<IEntityType> open)
    {
        if (ordered.Contains(type) || !types.Contains(type) || !open.Add(type))
            return;
        foreach (var principal in type.GetForeignKeys().Select(key => key.PrincipalEntityType).OrderBy(principal => principal.Name, StringComparer.Ordinal))
            Place(principal, types, ordered, open);
        ordered.Add(type);
    }
}

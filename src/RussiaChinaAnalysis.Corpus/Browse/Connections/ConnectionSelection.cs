using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Connections;

/// <summary>The connections that a filter asks for, as a query.</summary>
/// <param name="filter">Names only what there is.</param>
internal sealed class ConnectionSelection(CorpusContext context, ThemeIndex themes, ConnectionFilter filter)
{
    /// <param name="ofAnyKind">As when the kinds are counted.</param>
    /// <param name="ofAnyDocument">As when the documents are listed.</param>
    public IQueryable<Connection> Connections(bool ofAnyKind = false, bool ofAnyDocument = false)
    {
        var connections = context.Connections.AsQueryable();
        if (filter.Kind is { } kind && !ofAnyKind)
            connections = connections.Where(connection => connection.Kind == kind);
        if (filter.Document is { } one && !ofAnyDocument)
            connections = connections.Where(connection => connection.FirstDocumentId == one || connection.SecondDocumentId == one);
        if (filter.Other is { } other && !ofAnyDocument)
            connections = connections.Where(connection => connection.FirstDocumentId == other || connection.SecondDocumentId == other);
        if (filter.Theme is { } slug)
        {
            var family = themes.WithDescendants(themes.Find(slug)!.Id).ToArray();
            var tagged = context.PassageThemes
                .Where(tag => tag.Status != Status.Rejected && family.Contains(tag.ThemeId))
                .Select(tag => tag.PassageId);
            connections = connections.Where(connection => tagged.Contains(connection.FirstPassageId) || tagged.Contains(connection.SecondPassageId));
        }

        return connections;
    }
}

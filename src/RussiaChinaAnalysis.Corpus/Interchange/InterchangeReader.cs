using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>Reads what a filter selects. Documents come in small parts, so that a large corpus never lies in memory whole.</summary>
/// <param name="context">Within a snapshot, so that all parts show one state of the corpus.</param>
internal sealed class InterchangeReader(CorpusContext context)
{
    private const int DocumentsAtOnce = 16;

    /// <param name="keepsRejected">Whether what people rejected is to be read too.</param>
    public async Task<InterchangeCorpus> ReadAsync(PassageFilter filter, bool keepsRejected, CancellationToken cancellation)
    {
        var resolved = await ResolvedFilter.ReadAsync(context, filter, cancellation);
        var themes = await context.Themes.OrderBy(theme => theme.Position).ThenBy(theme => theme.Id)
            .Select(theme => new { theme.Id, theme.ParentId, theme.Slug, theme.Name, theme.Definition, theme.Colour })
            .ToListAsync(cancellation);
        var slugs = themes.ToDictionary(theme => theme.Id, theme => theme.Slug);

        var everything = resolved.Filter.Choices.IsEmpty && resolved.Search is null;
        var selected = (await new PassageSelection(context, resolved).Passages()
            .Select(passage => new { passage.DocumentId, passage.Id }).ToListAsync(cancellation))
            .ToLookup(passage => passage.DocumentId, passage => passage.Id);
        List<int> documents = everything
            ? await context.Documents.Select(document => document.Id).ToListAsync(cancellation)
            : [.. selected.Select(group => group.Key)];
        documents.Sort();
        return new(
            FilterDescription.Of(resolved.Filter, resolved.NameOf),
            [.. themes.Select(theme => new InterchangeTheme(
                theme.Slug, theme.Name, theme.Definition, theme.Colour, theme.ParentId is { } parent ? slugs[parent] : null))],
            documents.Count,
            ReadAsync(documents, id => [.. selected[id]], slugs, keepsRejected, cancellation));
    }

    private async IAsyncEnumerable<InterchangeDocument> ReadAsync(
        List<int> documents,
        Func<int, HashSet<int>> selected,
        Dictionary<int, string> slugs,
        bool keepsRejected,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var part in documents.Chunk(DocumentsAtOnce))
        {
            var rows = await context.Documents.Where(document => part.Contains(document.Id))
                .Join(
                    context.DocumentVersions,
                    document => new { document.Id, Number = document.CurrentVersion },
                    version => new { Id = version.DocumentId, version.Number },
                    (document, version) => new { Document = document, Version = version, version.Text })
                .AsNoTracking().OrderBy(row => row.Document.Id).ToListAsync(cancellation);
            var passages = (await context.Passages.Where(passage => part.Contains(passage.DocumentId))
                .Include(passage => passage.Themes).AsNoTracking().AsSplitQuery().ToListAsync(cancellation))
                .ToLookup(passage => passage.DocumentId);
            var relations = (await context.Relations.Where(relation => part.Contains(relation.FromPassage.DocumentId))
                .OrderBy(relation => relation.Id)
                .Select(relation => new RelationEnds(
                    relation.Id, relation.FromPassage.DocumentId, relation.FromPassageId, relation.ToPassageId, relation.ToRelationId,
                    relation.Kind, relation.Confidence, relation.Origin, relation.Status))
                .ToListAsync(cancellation)).ToLookup(relation => relation.DocumentId);
            var notes = (await context.Annotations
                .Where(note => part.Contains(note.DocumentId) && !note.IsPrivate && !note.IsDeleted)
                .OrderBy(note => note.Id).Include(note => note.Author).AsNoTracking().ToListAsync(cancellation))
                .ToLookup(note => note.DocumentId);
            foreach (var row in rows)
            {
                var chosen = selected(row.Document.Id);
                var numbered = Number(
                    passages[row.Document.Id].Where(passage => passage.VersionId == row.Version.Id && chosen.Contains(passage.Id)
                        && (keepsRejected || passage.Status != Status.Rejected)),
                    slugs);
                var related = Number(relations[row.Document.Id].Where(relation => keepsRejected || relation.Status != Status.Rejected), numbered);
                yield return new(
                    row.Document.Id,
                    row.Version.ContentHash,
                    row.Version.Number,
                    row.Document.Title,
                    row.Document.Author,
                    row.Document.Published,
                    row.Document.Language,
                    row.Document.Source,
                    row.Document.ImportedAt,
                    row.Text.Text,
                    row.Text.Blocks,
                    numbered,
                    related,
                    Number(notes[row.Document.Id], numbered, related));
            }
        }
    }

    private static List<InterchangePassage> Number(IEnumerable<Passage> passages, Dictionary<int, string> slugs) =>
    [
        .. passages.OrderBy(passage => passage.Start).ThenBy(passage => passage.End).ThenBy(passage => passage.Id)
            .Select((passage, place) => new InterchangePassage(
                place + 1,
                passage.Id,
                new TextSpan(passage.Start, passage.End),
                passage.Quote,
                passage.Prefix,
                passage.Suffix,
                passage.Role,
                passage.IsThesis,
                passage.EvidenceKind,
                passage.Attribution,
                passage.AttributedTo,
                passage.Stance,
                passage.Confidence,
                passage.Origin,
                passage.Status,
                [.. passage.Themes.Where(tag => tag.Status != Status.Rejected)
                    .Select(tag => new InterchangeTag(slugs[tag.ThemeId], tag.Score))
                    .OrderByDescending(tag => tag.Score).ThenBy(tag => tag.Slug, StringComparer.Ordinal)])),
    ];

    /// <summary>A relation to another one is kept when that one is kept.</summary>
    private static List<InterchangeRelation> Number(IEnumerable<RelationEnds> relations, List<InterchangePassage> passages)
    {
        var numbers = passages.ToDictionary(passage => passage.Id, passage => passage.Number);
        var candidates = relations.Where(relation => numbers.ContainsKey(relation.From)).ToList();
        var kept = candidates.Where(relation => relation.To is { } to && numbers.ContainsKey(to)).Select(relation => relation.Id).ToHashSet();
        while (candidates.Count(relation => relation.ToRelation is { } to && kept.Contains(to) && kept.Add(relation.Id)) > 0)
        {
        }

        var inOrder = candidates.Where(relation => kept.Contains(relation.Id)).ToList();
        var relationNumbers = inOrder.Select((relation, place) => (relation.Id, Number: place + 1)).ToDictionary(pair => pair.Id, pair => pair.Number);
        return
        [
            .. inOrder.Select(relation => new InterchangeRelation(
                relationNumbers[relation.Id],
                relation.Id,
                numbers[relation.From],
                relation.To is { } to ? numbers[to] : null,
                relation.ToRelation is { } target ? relationNumbers[target] : null,
                relation.Kind,
                relation.Confidence,
                relation.Origin,
                relation.Status)),
        ];
    }

    /// <summary>Notes on passages and relations that are not written are left out, and so are replies to notes that are not.</summary>
    private static List<InterchangeNote> Number(IEnumerable<Annotation> notes, List<InterchangePassage> passages, List<InterchangeRelation> relations)
    {
        var passageNumbers = passages.ToDictionary(passage => passage.Id, passage => passage.Number);
        var relationNumbers = relations.ToDictionary(relation => relation.Id, relation => relation.Number);
        var noteNumbers = new Dictionary<int, int>();
        var kept = new List<InterchangeNote>();
        foreach (var note in notes)
        {
            if ((note.PassageId is { } passage && !passageNumbers.ContainsKey(passage))
                || (note.RelationId is { } relation && !relationNumbers.ContainsKey(relation))
                || (note.ParentId is { } parent && !noteNumbers.ContainsKey(parent)))
                continue;
            noteNumbers.Add(note.Id, kept.Count + 1);
            kept.Add(new(
                kept.Count + 1,
                note.PassageId is { } id ? passageNumbers[id] : null,
                note.RelationId is { } link ? relationNumbers[link] : null,
                note.Spans,
                note.ParentId is { } to ? noteNumbers[to] : null,
                note.Motivation,
                note.Body,
                note.Author.DisplayName,
                note.CreatedAt));
        }

        return kept;
    }

    private sealed record RelationEnds(
        int Id, int DocumentId, int From, int? To, int? ToRelation,
        Arguments.Extraction.RelationKind Kind, double Confidence, Origin Origin, Status Status);
}

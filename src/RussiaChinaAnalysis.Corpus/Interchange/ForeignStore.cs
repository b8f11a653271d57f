using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>Stores documents that other tools have annotated.</summary>
internal sealed class ForeignStore(CorpusContext context, DateTime now, ImportLog log)
{
    private Dictionary<string, int>? themes;

    /// <summary>Nothing is stored when the corpus holds the document already, under its own hash or the one that it is known as.</summary>
    public async Task StoreAsync(ForeignDocument document, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(document.Original));
        var known = document.KnownAs ?? hash;
        var of = $" of “{document.Title}”";
        if (await context.DocumentVersions.AnyAsync(version => version.ContentHash == hash || version.ContentHash == known, cancellation))
        {
            const string Reason = "the corpus holds this document already";
            log.Add(ImportState.Skipped, "document", "documents", $": “{document.Title}”", Reason);
            log.Add(ImportState.Skipped, "passage", "passages", of, Reason, document.Passages.Count);
            log.Add(ImportState.Skipped, "relation", "relations", of, Reason, document.Relations.Count);
            return;
        }

        themes ??= await context.Themes.ToDictionaryAsync(theme => theme.Slug, theme => theme.Id, cancellation);
        var version = Version(document, hash);
        context.Add(version);
        var passages = AddPassages(document, version, of);
        AddRelations(document, passages, of);
        await context.SaveChangesAsync(cancellation);
        log.Add(ImportState.Imported, "document", "documents", $": “{document.Title}”");
    }

    private DocumentVersion Version(ForeignDocument document, string hash) => new()
    {
        Document = new()
        {
            Title = document.Title,
            Author = document.Author,
            Published = document.Published,
            Language = document.Language,
            Source = document.FileName,
            CurrentVersion = 1,
            ImportedAt = now,
        },
        Number = 1,
        ContentHash = hash,
        MediaType = document.MediaType,
        Words = Browse.Words.Of(document.Text).Count(),
        ImportedAt = now,
        Text = new() { Text = document.Text, Blocks = document.Blocks },
        Original = new() { Content = document.Original },
        Sketch = new() { Values = TextSketch.Of(document.Text).ToBytes() },
    };

    /// <returns>In the order of the document's list; null for a passage that could not be stored.</returns>
    private Passage?[] AddPassages(ForeignDocument document, DocumentVersion version, string of)
    {
        var rows = new Passage?[document.Passages.Count];
        var end = 0;
        var ordinal = 0;
        foreach (var (passage, place) in document.Passages.Select((passage, place) => (passage, place)).OrderBy(pair => pair.passage.Span))
        {
            if (passage.Span.IsEmpty || passage.Span.Start < 0 || passage.Span.End > document.Text.Length)
            {
                log.Add(ImportState.Failed, "passage", "passages", of, "its place lies outside the text");
                continue;
            }

            if (passage.Span.Start < end)
            {
                log.Add(ImportState.Failed, "passage", "passages", of, "it overlaps the passage before it");
                continue;
            }

            end = passage.Span.End;
            rows[place] = Row(passage, document.Text, version, ++ordinal, of);
            context.Add(rows[place]!);
            log.Add(ImportState.Imported, "passage", "passages", of);
        }

        return rows;
    }

    private Passage Row(ForeignPassage passage, string text, DocumentVersion version, int ordinal, string of)
    {
        var span = passage.Span;
        var row = new Passage
        {
            Document = version.Document,
            Version = version,
            Ordinal = ordinal,
            Start = span.Start,
            End = span.End,
            Quote = span.Of(text),
            Prefix = Around(text, new TextSpan(Math.Max(0, span.Start - Passage.ContextLength), span.Start)),
            Suffix = Around(text, new TextSpan(span.End, Math.Min(text.Length, span.End + Passage.ContextLength))),
            Role = passage.Role,
            IsThesis = passage.IsThesis,
            EvidenceKind = passage.Role == Role.Evidence ? passage.EvidenceKind ?? EvidenceKind.Reason : null,
            Attribution = passage.Attribution,
            AttributedTo = passage.AttributedTo,
            Stance = passage.Stance,
            Confidence = Math.Clamp(passage.Confidence, 0, 1),
            Origin = passage.Origin,
            Status = passage.Status,
        };
        foreach (var slug in passage.Themes.Distinct(StringComparer.Ordinal))
        {
            if (themes!.TryGetValue(slug, out var theme))
                row.Themes.Add(new PassageTheme { ThemeId = theme, Score = 1, Origin = passage.Origin });
            else
                log.Add(ImportState.Skipped, "tag", "tags", of, $"the codebook has no theme “{slug}”");
        }

        return row;
    }

    private void AddRelations(ForeignDocument document, Passage?[] passages, string of)
    {
        var rows = new Relation?[document.Relations.Count];
        for (var place = 0; place < rows.Length; place++)
        {
            var relation = document.Relations[place];
            var from = passages[relation.From];
            var toPassage = relation.ToRelation ? null : passages[relation.To];
            var toRelation = relation.ToRelation ? rows[relation.To] : null;
            if (from is null || (toPassage is null && toRelation is null))
            {
                log.Add(ImportState.Failed, "relation", "relations", of, "what it leads from or to was not imported");
                continue;
            }

            rows[place] = new Relation
            {
                FromPassage = from,
                ToPassage = toPassage,
                ToRelation = toRelation,
                Kind = relation.Kind,
                Confidence = Math.Clamp(relation.Confidence, 0, 1),
                Origin = relation.Origin,
                Status = relation.Status,
            };
            context.Add(rows[place]!);
            log.Add(ImportState.Imported, "relation", "relations", of);
        }
    }

    /// <summary>Without half a character at either end.</summary>
    private static string Around(string text, TextSpan span)
    {
        var start = span.Start > 0 && span.Start < text.Length && char.IsSurrogatePair(text[span.Start - 1], text[span.Start]) ? span.Start + 1 : span.Start;
        var end = span.End > start && span.End < text.Length && char.IsSurrogatePair(text[span.End - 1], text[span.End]) ? span.End - 1 : span.End;
        return text[Math.Min(start, end)..end];
    }
}

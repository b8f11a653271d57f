using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>From what the extractor says of a document to rows.</summary>
/// <param name="themes">The ids of the themes by their slugs.</param>
internal sealed class DocumentRows(ArgumentStructure structure, IReadOnlyDictionary<string, int> themes)
{
    private readonly string text = structure.Document.Text;

    public DocumentVersion Version(
        SourceFile file, string mediaType, string contentHash, DocumentDetails? corrections, DateTime now)
    {
        var metadata = structure.Document.Metadata;
        return new()
        {
            Document = new()
            {
                Title = Given(corrections?.Title) ?? metadata.Title,
                Author = Given(corrections?.Author) ?? Given(metadata.Author),
                Published = Given(corrections?.Published) ?? Given(metadata.Published),
                Language = Given(corrections?.Language) ?? Given(metadata.Language),
                Source = file.Name,
                CurrentVersion = 1,
                ImportedAt = now,
            },
            Number = 1,
            ContentHash = contentHash,
            MediaType = mediaType,
            Words = Words.Of(text).Count(),
            ImportedAt = now,
            Text = new() { Text = text, Blocks = structure.Document.Blocks },
            Original = new() { Content = file.Content.ToArray() },
            Sketch = new() { Values = TextSketch.Of(text).ToBytes() },
        };
    }

    /// <summary>In the order of the text.</summary>
    public List<Passage> Passages(DocumentVersion version)
    {
        var passages = new List<Passage>(structure.Passages.Length);
        foreach (var extracted in structure.Passages)
            passages.Add(Passage(extracted, version, passages.Count + 1));
        return passages;
    }

    /// <param name="passages">As <see cref="Passages"/> made them.</param>
    public IEnumerable<Relation> Relations(IReadOnlyList<Passage> passages)
    {
        var byId = structure.Passages.Zip(passages).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        return structure.Relations.Select(relation => new Relation
        {
            FromPassage = byId[relation.From],
            ToPassage = byId[relation.To],
            Kind = relation.Kind,
            Confidence = relation.Confidence,
            Cues = relation.Cues,
        });
    }

    private Passage Passage(ExtractedPassage extracted, DocumentVersion version, int ordinal)
    {
        var span = extracted.Span;
        var anchor = Anchor.At(text, span);
        var passage = new Passage
        {
            Document = version.Document,
            Version = version,
            Ordinal = ordinal,
            Start = span.Start,
            End = span.End,
            Quote = anchor.Quote,
            Prefix = anchor.Prefix,
            Suffix = anchor.Suffix,
            Role = extracted.Role,
            IsThesis = extracted.IsThesis,
            EvidenceKind = extracted.EvidenceKind,
            ClaimKind = extracted.ClaimKind,
            Certainty = extracted.Certainty,
            Attribution = extracted.Attribution,
            AttributedTo = extracted.AttributedTo,
            Stance = extracted.Stance,
            Confidence = extracted.Confidence,
            Quantities = extracted.Quantities,
            Times = extracted.Times,
            Forecast = extracted.Forecast,
            Cues = extracted.Cues,
        };
        // A theme that was taken out of the codebook in the meantime has no id.
        passage.Themes.AddRange(extracted.Themes.Where(tag => themes.ContainsKey(tag.Slug)).Select(tag => new PassageTheme
        {
            ThemeId = themes[tag.Slug],
            Score = tag.Score,
            Cues = tag.Cues,
        }));
        return passage;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

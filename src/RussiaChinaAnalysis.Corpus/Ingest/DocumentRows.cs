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

    /// <summary>A document of its own, as the person or else the file describes it.</summary>
    public Document Document(SourceFile file, DocumentDetails? corrections, DateTime now)
    {
        var metadata = structure.Document.Metadata;
        return new()
        {
            Title = Given(corrections?.Title) ?? metadata.Title,
            Author = Given(corrections?.Author) ?? Given(metadata.Author),
            Published = Given(corrections?.Published) ?? Given(metadata.Published),
            Language = Given(corrections?.Language) ?? Given(metadata.Language),
            Source = file.Name,
            CurrentVersion = 1,
            ImportedAt = now,
        };
    }

    /// <summary>
    /// Takes over what a person says of the revised document. What only the file says fills gaps and no more, because
    /// somebody may have corrected it.
    /// </summary>
    public void Describe(Document document, DocumentDetails? corrections)
    {
        var metadata = structure.Document.Metadata;
        document.Title = Given(corrections?.Title) ?? document.Title;
        document.Author = Given(corrections?.Author) ?? document.Author ?? Given(metadata.Author);
        document.Published = Given(corrections?.Published) ?? document.Published ?? Given(metadata.Published);
        document.Language = Given(corrections?.Language) ?? document.Language ?? Given(metadata.Language);
    }

    public DocumentVersion Version(Document document, SourceFile file, string mediaType, string contentHash, DateTime now) => new()
    {
        Document = document,
        Number = document.CurrentVersion,
        ContentHash = contentHash,
        MediaType = mediaType,
        Words = Words.Of(text).Count(),
        ImportedAt = now,
        Text = new() { Text = text, Blocks = structure.Document.Blocks },
        Original = new() { Content = file.Content.ToArray() },
        Sketch = new() { Values = TextSketch.Of(text).ToBytes() },
    };

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

    public Passage Passage(ExtractedPassage extracted, DocumentVersion version, int ordinal)
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
            Quantities = extracted.Quantities,
            Times = extracted.Times,
            Forecast = extracted.Forecast,
            Cues = extracted.Cues,
        };
        Label(passage, extracted);
        passage.Themes.AddRange(Tags(extracted));
        return passage;
    }

    /// <summary>Gives the passage the labels that the extractor proposes.</summary>
    public static void Label(Passage passage, ExtractedPassage extracted)
    {
        passage.Role = extracted.Role;
        passage.IsThesis = extracted.IsThesis;
        passage.EvidenceKind = extracted.EvidenceKind;
        passage.ClaimKind = extracted.ClaimKind;
        passage.Certainty = extracted.Certainty;
        passage.Attribution = extracted.Attribution;
        passage.AttributedTo = extracted.AttributedTo;
        passage.Stance = extracted.Stance;
        passage.Confidence = extracted.Confidence;
    }

    /// <summary>A theme that was taken out of the codebook in the meantime has no id and is left out.</summary>
    public IEnumerable<PassageTheme> Tags(ExtractedPassage extracted) =>
        extracted.Themes.Where(tag => themes.ContainsKey(tag.Slug)).Select(tag => new PassageTheme
        {
            ThemeId = themes[tag.Slug],
            Score = tag.Score,
            Cues = tag.Cues,
        });

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

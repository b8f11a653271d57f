using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>The rows of one document after the other. A document's only version has the document's id.</summary>
internal sealed class DocumentWriter(CorpusContext context, SqliteConnection connection) : IDisposable
{
    private static readonly Passage AnyPassage = new() { Ordinal = 0, Start = 0, End = 0, Quote = string.Empty, Prefix = string.Empty, Suffix = string.Empty };

    private readonly RowWriter documents = new(context, connection, typeof(Document));
    private readonly RowWriter versions = new(context, connection, typeof(DocumentVersion));
    private readonly RowWriter texts = new(context, connection, typeof(DocumentText));
    private readonly RowWriter originals = new(context, connection, typeof(OriginalFile));
    private readonly RowWriter passages = new(context, connection, typeof(Passage));
    private readonly RowWriter tags = new(context, connection, typeof(PassageTheme));
    private readonly RowWriter relations = new(context, connection, typeof(Relation));
    private readonly RowWriter notes = new(context, connection, typeof(Annotation));

    public void Document(int id, string title, string author, DateTime now, int words)
    {
        documents.Write(
            new Document { Title = title, Author = author, Source = $"essay-{id}.md", Language = "en", CurrentVersion = 1, ImportedAt = now },
            ("Id", id));
        versions.Write(
            new DocumentVersion { Number = 1, ContentHash = id.ToString("x64", CultureInfo.InvariantCulture), MediaType = "text/markdown", Words = words, ImportedAt = now, ConnectedAt = now },
            ("Id", id),
            ("DocumentId", id));
    }

    public void Text(int document, string text, ImmutableArray<Block> blocks)
    {
        texts.Write(new DocumentText { Text = text, Blocks = blocks }, ("VersionId", document));
        originals.Write(new OriginalFile { Content = [1] }, ("VersionId", document));
    }

    public void Passage(int id, int document, Passage passage) => passages.Write(passage, ("Id", id), ("DocumentId", document), ("VersionId", document));

    public void Theme(int passage, int theme, double score) =>
        tags.Write(new PassageTheme { ThemeId = theme, Score = score }, ("PassageId", passage));

    public void Relation(int id, int from, int to, RelationKind kind) =>
        relations.Write(new Relation { FromPassage = AnyPassage, Kind = kind }, ("Id", id), ("FromPassageId", from), ("ToPassageId", to));

    public void Note(int id, int document, int passage, int author, string body, DateTime now) => notes.Write(
        new Annotation
        {
            DocumentId = document,
            VersionId = document,
            PassageId = passage,
            Motivation = Motivation.Commenting,
            Body = body,
            AuthorId = author,
            CreatedAt = now,
            ModifiedAt = now,
        },
        ("Id", id));

    public void Dispose()
    {
        foreach (var writer in new[] { documents, versions, texts, originals, passages, tags, relations, notes })
            writer.Dispose();
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

/// <summary>Stores notes of other tools, in the name of who takes them in; whose they are stands below their words.</summary>
internal sealed class NoteStore(CorpusContext context, Actor? actor, DateTime now, ImportLog log)
{
    private static readonly string TooLong = string.Create(
        CultureInfo.InvariantCulture, $"it quotes more than {Anchor.LongestForeignQuote} characters, too many to seek");

    private readonly Dictionary<string, Annotation> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Text> texts = [];

    public async Task StoreAsync(IEnumerable<ForeignNote> notes, CancellationToken cancellation)
    {
        // What is replied to comes first.
        foreach (var note in notes.OrderBy(note => note.InReplyTo is not null).ThenBy(note => note.CreatedAt))
        {
            if (actor is null)
                log.Add(ImportState.Skipped, "note", "notes", reason: "notes need a person in whose name they are taken in; sign in and take them in on the page");
            else
                await StoreAsync(note, actor, cancellation);
        }
    }

    private async Task StoreAsync(ForeignNote note, Actor person, CancellationToken cancellation)
    {
        var body = Signed(note, person);
        if (body.Length > Annotation.LongestBody)
        {
            log.Add(ImportState.Failed, "note", "notes", reason: "it is too long");
            return;
        }

        Annotation row;
        if (note.InReplyTo is { } parentId)
        {
            if (!byId.TryGetValue(parentId, out var parent))
            {
                log.Add(ImportState.Failed, "reply", "replies", reason: "what it replies to was not taken in");
                return;
            }

            if (note.IsPrivate && !parent.IsPrivate)
            {
                log.Add(ImportState.Failed, "reply", "replies", reason: "it is private, and a thread is so as a whole or not at all");
                return;
            }

            row = New(parent.DocumentId, parent.VersionId, note, body, person, parent.Id);
            (row.PassageId, row.RelationId, row.Spans) = (parent.PassageId, parent.RelationId, parent.Spans);
            row.IsPrivate = parent.IsPrivate;
        }
        else
        {
            if (note.Hashes.Count == 0 && IsTooLongToSeek(note))
            {
                Fail(TooLong);
                return;
            }

            if (await FindAsync(note, cancellation) is not { } text)
            {
                Fail("no document of the corpus holds the words that it is about");
                return;
            }

            row = New(text.DocumentId, text.VersionId, note, body, person, parent: null);
            if (await PlaceAsync(row, note, text, cancellation) is { } obstacle)
            {
                Fail(obstacle);
                return;
            }
        }

        // Replies must not hang on what the person cannot see, nor private ones on what everybody sees.
        var alike = await context.Annotations.Where(other => !other.IsDeleted && (other.IsPrivate ? other.AuthorId == person.PersonId : !row.IsPrivate))
            .Where(other => other.DocumentId == row.DocumentId && other.ParentId == row.ParentId && other.PassageId == row.PassageId && other.RelationId == row.RelationId && other.Body == body)
            .OrderBy(other => other.Id).ToListAsync(cancellation);
        if (alike.Find(other => row.ParentId is not null || FirstPlace(other) == FirstPlace(row)) is { } same)
        {
            if (note.Id is not null)
                byId[note.Id] = same;
            log.Add(ImportState.Skipped, "note", "notes", reason: "the corpus holds it already");
            return;
        }

        context.Add(row);
        await context.SaveChangesAsync(cancellation);
        if (note.Id is not null)
            byId[note.Id] = row;
        log.Add(ImportState.Imported, "note", "notes");

        void Fail(string reason) => log.Add(ImportState.Failed, "note", "notes", reason: reason);
    }

    /// <summary>Hangs a note where it belongs: on a relation, on words, or nowhere when it is about the whole document.</summary>
    /// <returns>Why it cannot be.</returns>
    private async Task<string?> PlaceAsync(Annotation row, ForeignNote note, Text text, CancellationToken cancellation)
    {
        if (note.Link is { } link)
        {
            row.RelationId = await FindAsync(link, text.VersionId, cancellation);
            return row.RelationId is null ? "the corpus has no such link as it is about" : null;
        }

        if (note.Selectors.IsEmpty)
            return null;
        if (string.IsNullOrEmpty(note.Selectors.Exact))
            return "it says where its words are, but not which";
        AnchorMatch match;
        if (!IsTooLongToSeek(note))
            match = text.Finder.Find(AnchorOf(note), cancellation);
        else if (StandsAsStated(note.Selectors, text.Words))
            match = new(AnchorKind.Unchanged, note.Selectors.Position, 1);
        else
            return TooLong;
        if (match.Span is not { } span)
            return "the document does not hold the words that it is about";
        row.PassageId = await context.Passages.Where(passage => passage.VersionId == text.VersionId && passage.Start == span.Start && passage.End == span.End)
            .OrderBy(passage => passage.Id).Select(passage => (int?)passage.Id).FirstOrDefaultAsync(cancellation);
        if (row.PassageId is null)
            row.Spans = [Anchor.At(text.Words, span)];
        row.Anchoring = match.IsExact ? AnchorKind.Unchanged : match.Kind;
        return null;
    }

    private async Task<int?> FindAsync(ForeignLink link, int version, CancellationToken cancellation)
    {
        var relations = context.Relations.Where(relation => relation.Kind == link.Kind
            && relation.FromPassage.VersionId == version && relation.FromPassage.Start == link.From.Start && relation.FromPassage.End == link.From.End);
        if (link.To is { } words)
            relations = relations.Where(relation => relation.ToPassage!.Start == words.Start && relation.ToPassage.End == words.End);
        else if (await FindAsync(link.ToLink!, version, cancellation) is { } end)
            relations = relations.Where(relation => relation.ToRelationId == end);
        else
            return null;
        return await relations.OrderBy(relation => relation.Id).Select(relation => (int?)relation.Id).FirstOrDefaultAsync(cancellation);
    }

    private Annotation New(int document, int version, ForeignNote note, string body, Actor person, int? parent) => new()
    {
        DocumentId = document,
        VersionId = version,
        ParentId = parent,
        Motivation = note.Motivation,
        Body = body,
        IsPrivate = note.IsPrivate,
        AuthorId = person.PersonId,
        CreatedAt = note.CreatedAt ?? now,
        ModifiedAt = note.CreatedAt ?? now,
    };

    /// <summary>The words of somebody else say whose they are.</summary>
    private static string Signed(ForeignNote note, Actor person)
    {
        var body = note.Body.Trim();
        if (note.Author is null || note.Author == person.Name || body.EndsWith($"— {note.Author}", StringComparison.Ordinal))
            return body;
        return $"{body}\n\n— {note.Author}".Trim();
    }

    private static bool IsTooLongToSeek(ForeignNote note) => note.Selectors.Exact?.Length > Anchor.LongestForeignQuote;

    /// <summary>Whether the words need not be sought, however many they are.</summary>
    private static bool StandsAsStated(WebSelectors selectors, string text) =>
        selectors.Position is { } position && position.Start >= 0 && position.Start < position.End && position.End <= text.Length
        && position.In(text).SequenceEqual(selectors.Exact);

    /// <summary>Of several places a note is taken in with the first alone, so that no other can tell it from what is here.</summary>
    private static TextSpan? FirstPlace(Annotation note) => note.Spans.IsEmpty ? null : note.Spans[0].Position;

    private static Anchor AnchorOf(ForeignNote note) => new(
        note.Selectors.Position ?? new(0, 0), note.Selectors.Exact ?? "", note.Selectors.Prefix ?? "", note.Selectors.Suffix ?? "");

    /// <summary>The document by its content, otherwise the only one that holds the quoted words.</summary>
    private async Task<Text?> FindAsync(ForeignNote note, CancellationToken cancellation)
    {
        var (exact, hashes) = (note.Selectors.Exact, note.Hashes.ToArray());
        if (hashes.Length == 0 && string.IsNullOrEmpty(exact))
            return null;
        var current = context.DocumentVersions.Where(version => version.Number == version.Document.CurrentVersion);
        var found = await (hashes.Length > 0
                ? current.Where(version => context.DocumentVersions.Any(other => other.DocumentId == version.DocumentId && hashes.Contains(other.ContentHash)))
                : current.Where(version => version.Text.Text.Contains(exact!)))
            .OrderBy(version => version.Id).Select(version => new { version.Id, version.DocumentId }).Take(2).ToListAsync(cancellation);
        if (found is not [var only])
            return null;
        if (!texts.TryGetValue(only.Id, out var text))
        {
            var words = await context.DocumentTexts.Where(row => row.VersionId == only.Id).Select(row => row.Text).SingleAsync(cancellation);
            texts.Add(only.Id, text = new(only.DocumentId, only.Id, words, AnchorFinder.In(words)));
        }

        return text;
    }

    private sealed record Text(int DocumentId, int VersionId, string Words, AnchorFinder Finder);
}

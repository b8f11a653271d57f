using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>
/// What people do to single passages. A token is that of the passage as the person saw it; positions count in UTF-16
/// code units of the version's text. Whatever a person corrects counts as accepted by that person.
/// </summary>
public sealed class PassageEditor(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    private const int MostPassages = 20_000;

    /// <summary>Makes a passage of the document's current version.</summary>
    /// <param name="seen">The number of the version that the span counts in; null when it was not said, and then it is the current one.</param>
    public async Task<EditResult> CreateAsync(Actor actor, int documentId, int? seen, TextSpan span, PassageLabels labels, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await VersionText.CurrentAsync(context, documentId, cancellation) is not { } text)
            return new EditResult.Missing("There is no such document.");
        if (!text.Is(seen))
            return VersionText.Outdated;
        if (text.Trim(span) is not { } words)
            return NoWords;
        if (await context.Passages.AnyAsync(one => one.VersionId == text.VersionId && one.Start == words.Start && one.End == words.End, cancellation))
            return new EditResult.Refused("Exactly these words are a passage already; change its labels instead.");
        if (await context.Passages.CountAsync(one => one.VersionId == text.VersionId, cancellation) >= MostPassages)
            return new EditResult.Refused($"A document has at most {MostPassages} passages; merge or remove some first.");

        var passage = await NewAsync(context, text, words, labels, cancellation);
        return await journal.SaveAsync(
            context,
            actor,
            new(Actions.CreatePassage, $"Made {Quoted.Short(passage.Quote)} {Name(labels)}", documentId, () => passage.Id) { Text = text, Then = Renumber(context, text.VersionId) },
            cancellation);
    }

    public async Task<EditResult> LabelAsync(Actor actor, int id, Guid token, PassageLabels labels, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } passage)
            return Gone;
        labels.Apply(passage);
        passage.Status = Status.Accepted;
        return await journal.SaveAsync(
            context, actor, new(Actions.LabelPassage, $"Labelled {Quoted.Short(passage.Quote)} {Name(labels)}", passage.DocumentId, () => id), cancellation);
    }

    /// <summary>Gives the passage other words; its relations, themes and notes stay with it.</summary>
    public async Task<EditResult> ResizeAsync(Actor actor, int id, Guid token, TextSpan span, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } passage)
            return Gone;
        var text = await VersionText.OfAsync(context, passage, cancellation);
        if (text.Trim(span) is not { } words)
            return NoWords;
        if (await context.Passages.AnyAsync(other => other.VersionId == text.VersionId && other.Id != id && other.Start == words.Start && other.End == words.End, cancellation))
            return new EditResult.Refused("Another passage has exactly these words; merge the two instead.");
        if (words == passage.Span)
            return new EditResult.Unchanged(id);

        text.Place(passage, words);
        KeepAccepted(passage);
        return await journal.SaveAsync(
            context,
            actor,
            new(Actions.ResizePassage, $"Set the passage to {Quoted.Short(passage.Quote)}", passage.DocumentId, () => id) { Then = Renumber(context, passage.VersionId) },
            cancellation);
    }

    /// <summary>Cuts the passage in two; the first part keeps the relations and notes, both keep labels and themes.</summary>
    public async Task<EditResult> SplitAsync(Actor actor, int id, Guid token, int at, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } passage)
            return Gone;
        var text = await VersionText.OfAsync(context, passage, cancellation);
        if (at <= passage.Start || at >= passage.End
            || text.Trim(new(passage.Start, at)) is not { } first || text.Trim(new(at, passage.End)) is not { } second)
            return new EditResult.Refused("A passage is split between two of its words; place the cursor there first.");

        var (quantities, times, forecast) = (passage.Quantities, passage.Times, passage.Forecast);
        var rest = await NewAsync(context, text, second, PassageLabels.Of(passage) with { IsThesis = false }, cancellation);
        // Two halves of what was rejected are as little accepted as the whole.
        if (passage.Status == Status.Rejected)
            rest.Status = Status.Rejected;
        rest.Certainty = passage.Certainty;
        rest.Quantities = [.. quantities.Where(quantity => second.Contains(quantity.Span))];
        rest.Times = [.. times.Where(time => second.Contains(time.Span))];
        rest.Forecast = forecast is not null && second.Contains(forecast.Span) ? forecast : null;
        var tags = await context.PassageThemes.Where(tag => tag.PassageId == id).ToListAsync(cancellation);
        rest.Themes.AddRange(tags.Select(tag => new PassageTheme
        {
            ThemeId = tag.ThemeId,
            Score = tag.Score,
            Origin = tag.Origin,
            Status = tag.Status,
            Cues = tag.Cues,
        }));
        text.Place(passage, first);
        KeepAccepted(passage);
        return await journal.SaveAsync(
            context,
            actor,
            new(Actions.SplitPassage, $"Split off {Quoted.Short(rest.Quote)}", passage.DocumentId, () => rest.Id) { Then = Renumber(context, passage.VersionId) },
            cancellation);
    }

    /// <summary>Joins two passages of one version; the first keeps its labels and takes over relations, themes and notes.</summary>
    /// <param name="otherToken">Of the passage that disappears; null to take it as it is now.</param>
    public async Task<EditResult> MergeAsync(Actor actor, int id, Guid token, int otherId, Guid? otherToken, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } passage
            || await context.Passages.SingleOrDefaultAsync(one => one.Id == otherId, cancellation) is not { } other)
            return Gone;
        if (other.VersionId != passage.VersionId || other.Id == passage.Id)
            return new EditResult.Refused("Only two different passages of the same text can be merged.");

        if (otherToken is { } seen && seen != other.ConcurrencyToken)
            return new EditResult.Refused("The passage to merge with was changed meanwhile. Look at it, then merge again.");
        var text = await VersionText.OfAsync(context, passage, cancellation);
        var union = new TextSpan(Math.Min(passage.Start, other.Start), Math.Max(passage.End, other.End));
        passage.Quantities = [.. passage.Quantities.Union(other.Quantities).OrderBy(quantity => quantity.Span)];
        passage.Times = [.. passage.Times.Union(other.Times).OrderBy(time => time.Span)];
        passage.Forecast ??= other.Forecast;
        text.Place(passage, union);
        KeepAccepted(passage);
        await PassageSuccession.HandOverAsync(context, other, passage, cancellation);
        context.Remove(other);
        return await journal.SaveAsync(
            context,
            actor,
            new(Actions.MergePassages, $"Merged {Quoted.Short(other.Quote)} into {Quoted.Short(passage.Quote)}", passage.DocumentId, () => id) { Then = Renumber(context, passage.VersionId) },
            cancellation);
    }

    public async Task<EditResult> DecideAsync(Actor actor, int id, Guid token, Status status, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } passage)
            return Gone;
        passage.Status = status;
        return await journal.SaveAsync(
            context, actor, new(Actions.DecidePassage, $"{Decisions.Past(status)} {Quoted.Short(passage.Quote)}", passage.DocumentId, () => id), cancellation);
    }

    /// <summary>Removes what a person made; what was extracted is rejected instead, so that it is not proposed again.</summary>
    public async Task<EditResult> RemoveAsync(Actor actor, int id, Guid token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } passage)
            return Gone;
        if (passage.Origin == Origin.Extracted)
            return new EditResult.Refused("The program proposed this passage; reject it instead, so that it is not proposed again.");
        var notes = context.Annotations.Where(note => note.PassageId == id);
        if (await notes.SeenBy(actor.PersonId).AnyAsync(cancellation))
            return new EditResult.Refused("Notes hang on this passage; merge it with another one, or reject it instead.");
        var onLinks = PassageSuccession.NotesOnLinks(context, id);
        if (await onLinks.SeenBy(actor.PersonId).AnyAsync(cancellation))
            return new EditResult.Refused("Notes hang on a link of this passage; merge the passage with another one, or reject it instead.");
        // Nobody is to learn that somebody has written here in private.
        if (await notes.Concat(onLinks).AnyAsync(cancellation))
            return new EditResult.Refused("This passage is in use and can no longer be removed; merge it with another one, or reject it instead.");
        await PassageSuccession.RemoveLinksAsync(context, passage, cancellation);
        context.Remove(passage);
        return await journal.SaveAsync(
            context,
            actor,
            new(Actions.RemovePassage, $"Removed the passage {Quoted.Short(passage.Quote)}", passage.DocumentId, () => id) { Then = Renumber(context, passage.VersionId) },
            cancellation);
    }

    private static async Task<Passage> NewAsync(
        CorpusContext context, VersionText text, TextSpan span, PassageLabels labels, CancellationToken cancellation)
    {
        var anchor = Anchor.At(text.Text, span);
        var passage = new Passage
        {
            Document = await context.Documents.SingleAsync(document => document.Id == text.DocumentId, cancellation),
            Version = await context.DocumentVersions.SingleAsync(version => version.Id == text.VersionId, cancellation),
            Ordinal = int.MaxValue,
            Start = span.Start,
            End = span.End,
            Quote = anchor.Quote,
            Prefix = anchor.Prefix,
            Suffix = anchor.Suffix,
            Confidence = 1,
            Origin = Origin.Person,
            Status = Status.Accepted,
        };
        labels.Apply(passage);
        context.Add(passage);
        return passage;
    }

    /// <summary>Null when it does not exist. The token is compared when the passage is saved.</summary>
    private static async Task<Passage?> FindAsync(CorpusContext context, int id, Guid token, CancellationToken cancellation)
    {
        var passage = await context.Passages.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (passage is not null)
            context.Entry(passage).Property(one => one.ConcurrencyToken).OriginalValue = token;
        return passage;
    }

    private static void KeepAccepted(Passage passage)
    {
        if (passage.Status == Status.Suggested)
            passage.Status = Status.Accepted;
    }

    private static Func<CancellationToken, Task> Renumber(CorpusContext context, int versionId) =>
        cancellation => PassageOrder.RenewAsync(context, versionId, cancellation);

    private static string Name(PassageLabels labels) => labels switch
    {
        { IsThesis: true, Role: Role.Claim } => "the thesis",
        { Role: Role.Claim } => "a claim",
        { Role: Role.Evidence } => "evidence",
        _ => "context",
    };

    private static EditResult Gone => new EditResult.Missing("There is no such passage any more.");

    private static EditResult NoWords => new EditResult.Refused("Select some words of the text first.");
}

using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Reports.Verify;

/// <summary>Compares the quotations of an exported report with the corpus as it is now.</summary>
public sealed class ReportVerifier(IDbContextFactory<CorpusContext> contexts)
{
    public async Task<VerificationOutcome> VerifyAsync(SourceFile file, CancellationToken cancellation)
    {
        try
        {
            var text = ForeignText.Decode(file.Content.Span, "text");
            var data = ReferenceData.Read(text);
            return await CheckAsync(data, EditedQuotes.In(text, data), cancellation);
        }
        catch (MalformedDataException malformed)
        {
            return new VerificationOutcome.Refused($"{file.Name} {malformed.Message}");
        }
    }

    private async Task<VerificationOutcome> CheckAsync(ReferenceData data, IReadOnlySet<int> edited, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var checks = new List<ReferenceCheck>();
        foreach (var group in data.References.GroupBy(reference => reference.Document))
        {
            var document = data.Documents[group.Key];
            var now = await CurrentText.ReadAsync(context, document.Hash, cancellation);
            checks.AddRange(group.Select(reference => Check(reference, document, now, edited.Contains(reference.Number), cancellation)));
        }

        return new VerificationOutcome.Done([.. checks.OrderBy(check => check.Number)]);
    }

    /// <param name="now">Null when the corpus no longer holds the document.</param>
    private static ReferenceCheck Check(ReportReference reference, ReportDocument document, CurrentText? now, bool isEdited, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        ReferenceCheck Say(ReferenceState state, string explanation, Passage? passage = null) =>
            new(reference.Number, state, reference.Quote, document.Title, explanation, passage?.Id);

        if (isEdited)
            return Say(ReferenceState.TextChanged, $"The report itself was edited; it was written with the words “{reference.Quote}”.");
        if (now is null)
            return Say(ReferenceState.Gone, "The corpus no longer holds this document.");
        if (now.Find(reference, cancellation) is not { } match)
            return Say(ReferenceState.TextChanged, FormattableString.Invariant($"The quoted version does not hold these words where the report says, and they are too long to be sought elsewhere: {reference.Quote.Length} characters, and the limit is {Anchor.LongestForeignQuote}."));
        if (match.Span is not { } place)
            return Say(ReferenceState.Gone, $"Version {now.Version} holds nothing that resembles these words.");
        if (!match.IsExact)
            return Say(ReferenceState.TextChanged, $"Version {now.Version} reads: “{now.Words(place)}”.");
        var passage = now.PassageAt(place);
        if (Difference(reference, passage) is { } difference)
            return Say(ReferenceState.DecisionChanged, difference, passage);
        return match.Kind == AnchorKind.Unchanged && place == new TextSpan(reference.Start, reference.End)
            ? Say(ReferenceState.Unchanged, "The words, their place and their labels are as the report says.", passage)
            : Say(ReferenceState.Moved, FormattableString.Invariant($"The words stand at characters {place.Start}–{place.End} of version {now.Version}."), passage);
    }

    /// <summary>What the corpus says otherwise than the report; null for nothing.</summary>
    private static string? Difference(ReportReference reference, Passage? passage)
    {
        if (passage is null)
            return "The words are no longer marked as a passage.";
        if (passage.Status != reference.Status)
            return $"It is now {passage.Status.ToString().ToLowerInvariant()}; the report says {reference.Status.ToString().ToLowerInvariant()}.";
        if (passage.Role != reference.Role || passage.IsThesis != reference.IsThesis)
            return $"It is now {(passage.IsThesis ? "a thesis" : passage.Role.ToString().ToLowerInvariant())}; the report says {(reference.IsThesis ? "a thesis" : reference.Role.ToString().ToLowerInvariant())}.";
        if (passage.EvidenceKind != reference.EvidenceKind)
            return "It is now another kind of evidence.";
        if (passage.Attribution != reference.Attribution || passage.AttributedTo != reference.AttributedTo)
            return "It is now attributed otherwise.";
        return passage.Stance != reference.Stance ? "Its stance toward the thesis is now another." : null;
    }
}

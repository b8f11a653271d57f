using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Evaluate;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Evaluate;

public sealed class AcceptedLabelsTests
{
    private const string Essay = """
        # On ferries

        The ferry should sail on Sundays. In 2024 it carried 31 percent more passengers than in 2023. Nobody minds the noise. The harbour is large.
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_accepted_is_no_label()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus);

        Assert.Empty(await corpus.Get<AcceptedLabels>().ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Accepted_passages_become_labels_of_their_document()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus);
        await AcceptAsync(corpus, passage => (passage.Role, passage.EvidenceKind, passage.Stance) = (Role.Evidence, EvidenceKind.Statistic, Stance.Opp));

        var gold = Assert.Single(await corpus.Get<AcceptedLabels>().ReadAsync(Cancellation));

        var segment = Assert.Single(gold.Labels.Segments);
        Assert.True(gold.Labels.IsPartial);
        Assert.StartsWith("In 2024", segment.Span.Of(gold.Document.Text), StringComparison.Ordinal);
        Assert.Equal((Role.Evidence, EvidenceKind.Statistic, Stance.Opp), (segment.Role, segment.EvidenceKind, segment.Stance));
        Assert.Null(segment.Relations);
        Assert.Null(segment.Themes);
    }

    [Fact]
    public async Task The_extractor_is_measured_on_what_was_accepted_only()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus);
        await AcceptAsync(corpus, passage => (passage.Role, passage.EvidenceKind) = (Role.Context, null));
        var pipeline = await corpus.Get<ArgumentReader>().PipelineAsync(Cancellation);

        var report = Evaluator.Evaluate(
            await corpus.Get<AcceptedLabels>().ReadAsync(Cancellation),
            gold => Labelling.Of(pipeline.Extract(gold.Document)));

        var role = report.Classifications.Single(result => result.Name == "role").Confusion;
        Assert.Equal((1, 0), (role.Total, role["context", "context"]));
        Assert.Equal(1, report.Detections.Single(result => result.Name == "passage spans").Counts.Score.F1);
    }

    [Fact]
    public async Task Accepted_relations_and_themes_count_and_rejected_ones_do_not()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus);
        await using (var context = corpus.Open())
        {
            await context.Relations.ExecuteDeleteAsync(Cancellation);
            await context.PassageThemes.ExecuteDeleteAsync(Cancellation);
            var passages = await context.Passages.OrderBy(passage => passage.Start).ToListAsync(Cancellation);
            var themes = await context.Themes.OrderBy(theme => theme.Slug).Take(2).ToListAsync(Cancellation);
            passages.ForEach(passage => (passage.Status, passage.Role) = (Status.Accepted, Role.Claim));
            passages[1].Themes.Add(new() { ThemeId = themes[0].Id, Score = 1, Status = Status.Accepted });
            passages[1].Themes.Add(new() { ThemeId = themes[1].Id, Score = 1, Status = Status.Rejected });
            context.Relations.AddRange(
                new Relation { FromPassage = passages[1], ToPassage = passages[0], Kind = RelationKind.Supports, Status = Status.Accepted },
                new Relation { FromPassage = passages[2], ToPassage = passages[0], Kind = RelationKind.Rebuts, Status = Status.Rejected });
            await context.SaveChangesAsync(Cancellation);
        }

        var segments = Assert.Single(await corpus.Get<AcceptedLabels>().ReadAsync(Cancellation)).Labels.Segments;

        Assert.Equal([new LabelledRelation(segments[0].Id, RelationKind.Supports)], segments[1].Relations!.Value);
        Assert.Null(segments[2].Relations);
        Assert.Single(segments[1].Themes!.Value);
        Assert.Null(segments[0].Themes);
    }

    private static async Task IngestAsync(TestCorpus corpus) =>
        Assert.IsType<IngestResult.Imported>(await corpus.Get<DocumentIngest>().IngestAsync(
            new SourceFile("ferries.md", Encoding.UTF8.GetBytes(Essay)), corrections: null, Cancellation));

    /// <summary>A person settles the passage with the figures.</summary>
    private static async Task AcceptAsync(TestCorpus corpus, Action<Passage> correct)
    {
        await using var context = corpus.Open();
        var passage = await context.Passages.SingleAsync(candidate => candidate.Quote.StartsWith("In 2024"), Cancellation);
        correct(passage);
        passage.Status = Status.Accepted;
        await context.SaveChangesAsync(Cancellation);
    }
}

using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>
/// Rows made by hand, with every label varied by a fixed seed, so that what browsing answers does not hang on what the
/// extractor finds.
/// </summary>
internal static class SampleEssays
{
    public const int DocumentCount = 6;
    public const int PassagesEach = 20;

    private static readonly string[] Subjects = ["Trade", "The railway", "An alliance", "The border", "Moscow", "Пекин"];
    private static readonly string[] Predicates = ["grows", "has its limits", "costs 31 percent", "is naïve", "will not hold", "растёт"];

    public static async Task StoreAsync(TestCorpus corpus)
    {
        var random = new Random(20250701);
        await using var context = corpus.Open();
        var themes = AddThemes(context);
        await context.SaveChangesAsync();
        for (var number = 1; number <= DocumentCount; number++)
        {
            AddDocument(context, corpus, number, themes, random);
            await context.SaveChangesAsync();
            // Two documents share each moment, so that orders by time meet ties.
            if (number % 2 == 0)
                corpus.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static List<Theme> AddThemes(CorpusContext context)
    {
        var region = NewTheme("region", "Region", 0);
        List<Theme> themes =
        [
            region,
            NewTheme("central-area", "Central Area", 1, region),
            NewTheme("southern-area", "Southern Area", 2, region),
            NewTheme("commerce", "Commerce", 3),
            NewTheme("unused", "Unused", 4),
        ];
        context.Themes.AddRange(themes);
        return themes;
    }

    private static Theme NewTheme(string slug, string name, int position, Theme? parent = null) => new()
    {
        Slug = slug,
        Name = name,
        Definition = $"All about {name}.",
        Colour = "#336699",
        Position = position,
        Parent = parent,
    };

    private static void AddDocument(CorpusContext context, TestCorpus corpus, int number, List<Theme> themes, Random random)
    {
        var now = corpus.Clock.GetUtcNow().UtcDateTime;
        var quotes = Enumerable.Range(0, PassagesEach)
            .Select(_ => $"{Subjects[random.Next(Subjects.Length)]} {Predicates[random.Next(Predicates.Length)]}.")
            .ToList();
        var text = string.Join(' ', quotes);
        var document = new Document
        {
            // Titles repeat and differ in case only, so that orders by title meet ties.
            Title = number % 3 == 0 ? "ON PARTNERS" : number % 3 == 1 ? "On partners" : $"Essay {number}",
            Author = number switch { 1 => "Ada Ważna", 2 => "ADA WAŻNA", 3 => null, _ => $"Writer {number % 2}" },
            Source = $"essay-{number}.md",
            CurrentVersion = 1,
            ImportedAt = now,
        };
        var version = new DocumentVersion
        {
            Document = document,
            Number = 1,
            ContentHash = number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
            MediaType = "text/markdown",
            Words = 100,
            ImportedAt = now,
            Text = new DocumentText { Text = text, Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))] },
            Original = new OriginalFile { Content = [1, 2, 3] },
        };
        context.Add(version);
        var passages = AddPassages(context, version, quotes, themes, random);
        for (var index = 0; index < PassagesEach; index++)
        {
            var to = random.Next(PassagesEach);
            if (to == index)
                continue;
            context.Relations.Add(new Relation
            {
                FromPassage = passages[index],
                ToPassage = passages[to],
                Kind = (RelationKind)random.Next(5),
                Status = (Status)random.Next(3),
            });
        }
    }

    private static List<Passage> AddPassages(
        CorpusContext context, DocumentVersion version, List<string> quotes, List<Theme> themes, Random random)
    {
        var passages = new List<Passage>();
        var start = 0;
        foreach (var quote in quotes)
        {
            var role = (Role)random.Next(3);
            var passage = new Passage
            {
                Document = version.Document,
                Version = version,
                Ordinal = passages.Count + 1,
                Start = start,
                End = start + quote.Length,
                Quote = quote,
                Prefix = string.Empty,
                Suffix = string.Empty,
                Role = role,
                IsThesis = role == Role.Claim && random.Next(4) == 0,
                EvidenceKind = role == Role.Evidence ? (EvidenceKind)random.Next(4) : null,
                ClaimKind = role == Role.Claim ? (ClaimKind)(passages.Count % 5) : null,
                Attribution = (AttributionKind)random.Next(2),
                Stance = (Stance)random.Next(2),
                // Few values, so that orders by confidence meet ties.
                Confidence = random.Next(1, 6) / 7.0,
                Status = (Status)random.Next(3),
            };
            foreach (var theme in themes.Where(theme => theme.Slug != "unused" && random.Next(4) == 0))
                passage.Themes.Add(new PassageTheme { ThemeId = theme.Id, Score = 0.5, Status = (Status)random.Next(3) });
            passages.Add(passage);
            start += quote.Length + 1;
        }

        context.AddRange(passages);
        return passages;
    }
}

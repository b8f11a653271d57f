using System.Text;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation.Gold;

public sealed class TablesTests
{
    private const string Text = "Ice \U0001F366 is cold. So eat it.";

    private const string Table = """
        segment	start	end	central_claim	role	relation	target	target_kind	id	note
        Ice 🍦 is cold.	0	14	no	opp	link	a2	relation	a1	
        So eat it.	15	25	yes	pro				a2	
        """;

    [Fact]
    public void Characters_of_a_table_become_code_units_of_the_text()
    {
        var gold = Assert.IsType<GoldResult.Success>(Read(Table)).Document;

        Assert.Equal("sorbet", gold.Name);
        Assert.Equal(["Ice \U0001F366 is cold.", "So eat it."], gold.Labels.Segments.Select(segment => segment.Span.Of(gold.Document.Text)));
    }

    [Fact]
    public void A_table_labels_thesis_stance_and_relations_and_nothing_else()
    {
        var gold = Assert.IsType<GoldResult.Success>(Read(Table)).Document;

        Assert.Equal([false, true], gold.Labels.Segments.Select(segment => segment.IsThesis));
        Assert.Equal([Stance.Opp, Stance.Pro], gold.Labels.Segments.Select(segment => segment.Stance));
        Assert.Equal([new(2, RelationKind.Supports, Joined: true)], gold.Labels.Segments[0].Relations!.Value);
        Assert.All(gold.Labels.Segments, segment => Assert.Null(segment.Role));
        Assert.Null(gold.Labels.Sentences);
    }

    [Theory]
    [InlineData("\t14\t", "\t13\t", 2, "not the segment's words")]
    [InlineData("\t25\t", "\t99\t", 3, "no range")]
    [InlineData("\tlink\t", "\tlikes\t", 2, "unknown relation")]
    [InlineData("\tstart", "\tbegin", 1, "no column start")]
    public void A_wrong_table_is_refused_with_the_line(string right, string wrong, int line, string message)
    {
        var refused = Assert.IsType<GoldResult.Refused>(Read(Table.Replace(right, wrong, StringComparison.Ordinal)));

        var error = Assert.Single(refused.Errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_cases_unescape_and_split()
    {
        var cases = SentenceCase.ParseTable("input\texpected\tnumber\tin_pysbd_48\na\\nb. C\\\\\\t.\ta\\nb. ||| C\\\\\\t.\t007\tyes\nd\td\t008\tno\n");

        Assert.NotNull(cases);
        Assert.Equal("a\nb. C\\\t.", cases.Value[0].Input);
        Assert.Equal(["a\nb.", "C\\\t."], cases.Value[0].Expected);
        Assert.Equal([true, false], cases.Value.Select(testCase => testCase.Usual));
    }

    [Fact]
    public void Another_table_holds_no_sentence_cases() =>
        Assert.Null(SentenceCase.ParseTable("a\tb\n1\t2\n"));

    private static GoldResult Read(string table) =>
        MicrotextReader.Read("sorbet.gold.tsv", table, Encoding.UTF8.GetBytes(Text), TestContext.Current.CancellationToken);
}

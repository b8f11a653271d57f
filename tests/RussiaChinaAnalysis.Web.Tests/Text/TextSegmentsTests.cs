using CsCheck;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Tests.Text;

public sealed class TextSegmentsTests
{
    private static readonly Gen<(string Text, TextSpan[] Marks)> Marked =
        from text in Gen.String[Gen.Char.AlphaNumeric, 0, 40]
        from marks in Gen.Select(Gen.Int[-5, 45], Gen.Int[-5, 45]).Array[0, 8]
        select (text, marks.Select(mark => new TextSpan(Math.Min(mark.Item1, mark.Item2), Math.Max(mark.Item1, mark.Item2))).ToArray());

    [Fact]
    public void Pieces_make_up_the_text_whatever_the_marks() => Marked.Sample(one =>
        Assert.Equal(one.Text, string.Concat(TextSegments.Cut(one.Text, one.Marks).Select(piece => piece.Text))));

    [Fact]
    public void A_piece_bears_exactly_the_marks_that_cover_it() => Marked.Sample(one =>
    {
        foreach (var piece in TextSegments.Cut(one.Text, one.Marks))
        {
            Assert.Equal(piece.Text, piece.Span.Of(one.Text));
            Assert.Equal(
                one.Marks.Count(mark => mark.Contains(piece.Span.Start) && !mark.IsEmpty),
                piece.Marks.Count);
        }
    });

    [Fact]
    public void Overlapping_marks_are_cut_where_they_begin_and_end()
    {
        var pieces = TextSegments.Cut("abcdef", [new TextSpan(1, 4), new TextSpan(3, 5)]);

        Assert.Equal(["a", "bc", "d", "e", "f"], pieces.Select(piece => piece.Text));
        Assert.Equal([0, 1, 2, 1, 0], pieces.Select(piece => piece.Marks.Count));
    }

    [Fact]
    public void A_part_of_a_text_is_cut_with_the_marks_that_reach_into_it()
    {
        var pieces = TextSegments.Cut("one two three", new TextSpan(4, 7), [new TextSpan(0, 5)], mark => mark);

        Assert.Equal(["t", "wo"], pieces.Select(piece => piece.Text));
    }
}

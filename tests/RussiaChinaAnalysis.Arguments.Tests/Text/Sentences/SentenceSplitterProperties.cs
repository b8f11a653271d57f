using CsCheck;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Sentences;

namespace RussiaChinaAnalysis.Arguments.Tests.Text.Sentences;

public sealed class SentenceSplitterProperties
{
    [Fact]
    public void On_any_text_sentences_are_ordered_trimmed_and_leave_out_only_white_space() =>
        Gen.Select(AnyText.Normalised, Gen.Int[0, 40], Gen.Int[0, 40]).Sample(
            (text, before, after) =>
            {
                var block = new TextSpan(Math.Min(before, text.Length), Math.Max(Math.Min(before, text.Length), text.Length - after));
                var end = block.Start;
                foreach (var sentence in SentenceSplitter.Split(text, block))
                {
                    Assert.True(block.Contains(sentence));
                    Assert.False(sentence.IsEmpty);
                    Assert.True(sentence.Start >= end);
                    Assert.True(text.AsSpan(end, sentence.Start - end).IsWhiteSpace());
                    Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]));
                    end = sentence.End;
                }

                Assert.True(text.AsSpan(end, block.End - end).IsWhiteSpace());
            },
            iter: 20_000);

    [Fact]
    public void A_sentence_never_cuts_a_surrogate_pair() =>
        AnyText.Normalised.Sample(
            text => Assert.All(
                SentenceSplitter.Split(text, new TextSpan(0, text.Length)),
                sentence => Assert.False(char.IsLowSurrogate(text[sentence.Start]))),
            iter: 5_000);
}

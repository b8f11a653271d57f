using System.Collections.Immutable;
using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>Texts of other tools, in which their positions count.</summary>
internal static class ForeignText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="MalformedDataException">The bytes are no UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new MalformedDataException($"holds {name}, which is no UTF-8; save it as UTF-8.");
        }
    }

    /// <summary>The text as our positions count, and for each position in the raw text the one in ours.</summary>
    /// <exception cref="MalformedDataException">Normalising would move characters in a way that positions can't follow.</exception>
    public static (string Text, int[] Positions) Normalise(string raw, string name)
    {
        var positions = new int[raw.Length + 1];
        var lines = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            positions[at] = lines.Length;
            if (raw[at] != '\r')
                lines.Append(raw[at]);
            else if (at + 1 == raw.Length || raw[at + 1] != '\n')
                lines.Append('\n');
        }

        positions[raw.Length] = lines.Length;
        var text = lines.ToString();
        var normalised = TextNormaliser.Normalise(text);
        if (normalised.Length != text.Length)
            throw new MalformedDataException($"holds {name}, whose letters are not composed (Unicode form C), so that its positions can't be kept; compose them and their positions first.");
        return (normalised, positions);
    }

    /// <summary>A paragraph for each run of lines between blank lines.</summary>
    public static ImmutableArray<Block> Paragraphs(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0)
                end = text.Length;
            int first = start, last = end;
            while (first < last && char.IsWhiteSpace(text[first]))
                first++;
            while (last > first && char.IsWhiteSpace(text[last - 1]))
                last--;
            if (first < last)
                blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(first, last)));
            start = end + 2;
        }

        return blocks.ToImmutable();
    }
}

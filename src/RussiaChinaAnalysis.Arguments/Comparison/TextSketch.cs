using System.Buffers.Binary;
using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>
/// A fixed-size summary of a text from which it can be told how much of its wording two texts share: the MinHash of its
/// runs of <see cref="RunLength"/> words (Broder, "On the resemblance and containment of documents", 1997).
/// </summary>
public sealed class TextSketch
{
    public const int RunLength = 3;

    /// <summary>With so many values the standard error of the estimate is at most 0.045.</summary>
    private const int Size = 128;

    private static readonly ImmutableArray<ulong> Factors = MakeFactors();

    private readonly uint[] values;

    private TextSketch(uint[] values) => this.values = values;

    /// <summary>Letters and digits count, in any case; punctuation and layout do not.</summary>
    public static TextSketch Of(string text)
    {
        var values = new uint[Size];
        Array.Fill(values, uint.MaxValue);
        Span<ulong> run = stackalloc ulong[RunLength];
        var words = 0;
        foreach (var word in WordHashes(text))
        {
            run[words % RunLength] = word;
            words++;
            if (words >= RunLength)
                Take(values, HashRun(run, words));
        }

        // A text of fewer words is one run.
        if (words is > 0 and < RunLength)
            Take(values, HashRun(run, words));
        return new(values);
    }

    /// <param name="bytes">As <see cref="ToBytes"/> made them.</param>
    public static TextSketch FromBytes(ReadOnlySpan<byte> bytes)
    {
        var values = new uint[Size];
        for (var index = 0; index < Size; index++)
            values[index] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(index * sizeof(uint))..]);
        return new(values);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Size * sizeof(uint)];
        for (var index = 0; index < Size; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(index * sizeof(uint)), values[index]);
        return bytes;
    }

    /// <summary>From 0 to 1: the estimated share of runs that both texts hold, of those that either holds.</summary>
    public double Similarity(TextSketch other)
    {
        var alike = 0;
        for (var index = 0; index < Size; index++)
        {
            // A text without words is like no other.
            if (values[index] == other.values[index] && values[index] != uint.MaxValue)
                alike++;
        }

        return (double)alike / Size;
    }

    private static void Take(uint[] values, ulong run)
    {
        for (var index = 0; index < Size; index++)
            values[index] = Math.Min(values[index], (uint)((run * Factors[index]) >> 32));
    }

    private static ulong HashRun(ReadOnlySpan<ulong> ring, int words)
    {
        ulong hash = 0;
        for (var position = 0; position < RunLength; position++)
            hash = Mix(hash ^ ring[(words + position) % RunLength]);
        return hash;
    }

    private static IEnumerable<ulong> WordHashes(string text)
    {
        // FNV-1a over the letters.
        const ulong Start = 14695981039346656037, Prime = 1099511628211;
        var hash = Start;
        var inside = false;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                hash = (hash ^ char.ToLowerInvariant(character)) * Prime;
                inside = true;
            }
            else if (inside)
            {
                yield return Mix(hash);
                hash = Start;
                inside = false;
            }
        }

        if (inside)
            yield return Mix(hash);
    }

    /// <summary>Spreads every bit over all (the finaliser of SplitMix64).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>The same on every machine and for ever, because sketches are stored. Odd, so that no bit is lost.</summary>
    private static ImmutableArray<ulong> MakeFactors()
    {
        var factors = ImmutableArray.CreateBuilder<ulong>(Size);
        for (ulong index = 1; index <= Size; index++)
            factors.Add(Mix(index * 0x9E3779B97F4A7C15) | 1);
        return factors.MoveToImmutable();
    }
}

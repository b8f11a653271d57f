using System.Globalization;
using System.Text;
using CsCheck;

namespace RussiaChinaAnalysis.Fuzz.Mutation;

/// <param name="Where">From 0 to 1, of the content's length.</param>
/// <param name="Extent">From 0 to 1; most are small.</param>
public sealed record ByteMutation(ByteMutationKind Kind, double Where, double Extent, int Value)
{
    private const int LargestInput = 4_000_000;
    private const int MostRepetitions = 20_000;

    private static readonly string[] Numbers =
        ["0", "-1", "1", "255", "256", "65535", "65536", "2147483647", "-2147483648", "4294967296", "99999999999999999999", "1e308", "0.0000000001"];

    public static Gen<ByteMutation> Generator { get; } = Gen.Select(
        Gen.Enum<ByteMutationKind>(), Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 1_000_000],
        (kind, where, extent, value) => new ByteMutation(kind, where, extent * extent * extent, value));

    public static byte[] Apply(byte[] content, IReadOnlyList<ByteMutation> mutations, IReadOnlyList<byte[]> tokens) =>
        mutations.Aggregate(content, (bytes, mutation) =>
            bytes.Length is 0 or > LargestInput ? bytes : mutation.Apply(bytes, tokens[mutation.Value % tokens.Count]));

    private byte[] Apply(byte[] bytes, byte[] token)
    {
        var at = Math.Min((int)(Where * bytes.Length), bytes.Length - 1);
        var length = Math.Max(1, (int)(Extent * (bytes.Length - at)));
        return Kind switch
        {
            ByteMutationKind.FlipBit => Replace(bytes, at, 1, [(byte)(bytes[at] ^ (1 << (Value % 8)))]),
            ByteMutationKind.SetByte => Replace(bytes, at, 1, [(byte)Value]),
            ByteMutationKind.Truncate => bytes[..Math.Max(1, at)],
            ByteMutationKind.Remove => Replace(bytes, at, length, []),
            ByteMutationKind.Zero => Replace(bytes, at, length, new byte[length]),
            ByteMutationKind.Repeat => Replace(bytes, at, 0, Times(bytes[at..(at + length)], 1 + (Value % 200))),
            ByteMutationKind.Copy => Replace(bytes, at, 0, bytes.AsSpan(Value % bytes.Length, Math.Min(length, bytes.Length - (Value % bytes.Length)))),
            ByteMutationKind.InsertToken => Replace(bytes, at, 0, token),
            ByteMutationKind.OverwriteToken => Replace(bytes, at, Math.Min(token.Length, bytes.Length - at), token),
            ByteMutationKind.NestToken => Replace(bytes, at, 0, Times(token, 1 + (int)(Extent * MostRepetitions))),
            ByteMutationKind.ReplaceNumber => ReplaceNumber(bytes, at),
            _ => bytes,
        };
    }

    private byte[] ReplaceNumber(byte[] bytes, int at)
    {
        while (at < bytes.Length && !char.IsAsciiDigit((char)bytes[at]))
            at++;
        var end = at;
        while (end < bytes.Length && char.IsAsciiDigit((char)bytes[end]))
            end++;
        var number = Value % 3 == 0 ? Value.ToString(CultureInfo.InvariantCulture) : Numbers[Value % Numbers.Length];
        return Replace(bytes, at, end - at, Encoding.ASCII.GetBytes(number));
    }

    private static byte[] Times(byte[] content, int times)
    {
        var count = Math.Clamp(times, 1, Math.Max(1, LargestInput / Math.Max(1, content.Length)));
        var repeated = new byte[content.Length * count];
        for (var copy = 0; copy < count; copy++)
            content.CopyTo(repeated, copy * content.Length);
        return repeated;
    }

    private static byte[] Replace(byte[] bytes, int at, int length, ReadOnlySpan<byte> by) =>
        [.. bytes.AsSpan(0, at), .. by, .. bytes.AsSpan(at + length)];
}

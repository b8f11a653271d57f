using System.Text;
using CsCheck;

namespace RussiaChinaAnalysis.Arguments.Tests.Text;

/// <summary>Generators of any UTF-16 at all, lone surrogates among it. (What CsCheck takes by itself are the characters of ASCII alone.)</summary>
internal static class AnyUtf16
{
    public static Gen<char> Unit { get; } = Gen.Frequency(
        (6, Gen.Char[' ', '~']),
        (1, Gen.Char['\0', '\u001F']),
        (2, Gen.Char['\u007F', '\u024F']),
        (1, Gen.Char['\u0300', '\u036F']),
        (2, Gen.Char['\u0370', '\u1FFF']),
        (1, Gen.Char['\u2000', '\u206F']),
        (1, Gen.Char['\uD800', '\uDFFF']),
        (3, Gen.Char['\0', '\uFFFF']));

    public static Gen<string> String { get; } = Gen.Frequency(
        (9, Unit.Select(unit => unit.ToString())),
        (1, Gen.Int[0x1_0000, 0x10_FFFF].Select(scalar => new Rune(scalar).ToString())))
        .Array[0, 80].Select(string.Concat);
}

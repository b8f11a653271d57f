using CsCheck;
using RussiaChinaAnalysis.Fuzz.Samples;

namespace RussiaChinaAnalysis.Fuzz.Mutation;

/// <summary>The same number makes the same input, on every machine and in every run.</summary>
public static class MutatedInput
{
    private const uint Stream = 11;

    public static byte[] Create(string format, int number) =>
        Generator(format).Generate(new PCG(Stream, (ulong)number), null, out _);

    /// <summary>Samples of a format with one to eight mutations each. In an archive of XML most change a part of it.</summary>
    public static Gen<byte[]> Generator(string format)
    {
        var samples = SampleFiles.Of(format);
        var tokens = Tokens.Of(format);
        var mutations = ByteMutation.Generator.List[1, 8];
        return Gen.Select(Gen.Int[0, samples.Count - 1], mutations, Gen.Int[0, 99], Gen.Double[0, 0.999], (sample, list, percent, where) =>
            !ZipParts.IsZip(samples[sample]) || percent < 10 ? ByteMutation.Apply(samples[sample], list, tokens)
            : ZipParts.Change(samples[sample], where, content =>
                percent < 75 ? XmlMutation.Apply(content, list) : ByteMutation.Apply(content, list, tokens)));
    }
}

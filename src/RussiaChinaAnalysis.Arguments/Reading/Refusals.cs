using System.Globalization;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>The sentences with which readers refuse a file: its name, what is wrong, how to mend it.</summary>
internal static class Refusals
{
    public static ReadResult UnknownType(SourceFile file, IEnumerable<string> known) => Refuse(
        RefusalReason.UnknownType,
        $"{Name(file)} has an ending that no reader knows; save it as one of {string.Join(", ", known)}.");

    public static ReadResult Empty(SourceFile file) => Refuse(
        RefusalReason.Empty, $"{Name(file)} holds no text; check that the right file was chosen and was saved.");

    public static ReadResult TooManyBytes(SourceFile file, ReadingLimits limits) => Refuse(
        RefusalReason.TooLarge,
        $"{Name(file)} is {Size(file.Content.Length)} large and the limit is {Size(limits.MaximumBytes)}; divide it, or raise the limit.");

    public static ReadResult TooManyCharacters(SourceFile file, ReadingLimits limits) => Refuse(
        RefusalReason.TooLarge, string.Create(CultureInfo.InvariantCulture,
        $"{Name(file)} holds more than {limits.MaximumCharacters} characters of text, which is the limit; divide it, or raise the limit."));

    public static ReadResult NotText(SourceFile file, string what) => Refuse(
        RefusalReason.NotText, $"{Name(file)} {what}");

    public static ReadResult Malformed(SourceFile file, string what) => Refuse(
        RefusalReason.Malformed, $"{Name(file)} {what}");

    public static ReadResult Mislabelled(SourceFile file, string what) => Refuse(
        RefusalReason.Mislabelled, $"{Name(file)} {what}");

    public static ReadResult Encrypted(SourceFile file, string what) => Refuse(
        RefusalReason.Encrypted, $"{Name(file)} {what}");

    public static ReadResult NoText(SourceFile file, string what) => Refuse(
        RefusalReason.NoText, $"{Name(file)} {what}");

    public static ReadResult TooComplex(SourceFile file, string what) => Refuse(
        RefusalReason.TooComplex, $"{Name(file)} {what}");

    public static ReadResult TooManyPages(SourceFile file, int pages, ReadingLimits limits) => Refuse(
        RefusalReason.TooLarge, string.Create(CultureInfo.InvariantCulture,
        $"{Name(file)} has {pages} pages and the limit is {limits.MaximumPages}; divide it, or raise the limit."));

    public static ReadResult TooSlow(SourceFile file, ReadingLimits limits) => Refuse(
        RefusalReason.TooComplex, string.Create(CultureInfo.InvariantCulture,
        $"{Name(file)} takes more than {limits.MaximumTime.TotalSeconds:0.#} seconds to read, which is the limit; divide it, or save it anew in a simpler form."));

    private static ReadResult.Refused Refuse(RefusalReason reason, string message) => new(reason, message);

    private static string Name(SourceFile file) => file.Name.Length == 0 ? "The file" : file.Name;

    private static string Size(long bytes) => bytes switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };
}

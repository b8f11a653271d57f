namespace RussiaChinaAnalysis.Arguments.Reading.Detection;

/// <summary>
/// Says in which language a document is, and which of its blocks are in another. What the file declares counts unless the
/// words say otherwise: programs write their own language into files, whoever uses them.
/// </summary>
internal static class LanguageMarks
{
    private const int FewestWordsOfDocument = 20;
    private const int FewestWordsOfBlock = 10;

    public static SourceDocument Mark(SourceDocument document)
    {
        var language = Decide(document.Metadata.Language, LanguageDetector.Detect(document.Text, FewestWordsOfDocument));
        return document with
        {
            Metadata = document.Metadata with { Language = language },
            Blocks = [.. document.Blocks.Select(block => block with { Language = Other(document, block, language) })],
        };
    }

    private static string? Decide(string? declared, string? detected) =>
        declared is null ? detected
        : detected is null || LanguageTag.AreSame(declared, detected) ? declared
        // Of two languages that are not English people know better which it is.
        : !LanguageTag.IsEnglish(declared) && detected != LanguageTag.English ? declared
        : detected;

    private static string? Other(SourceDocument document, Block block, string? language)
    {
        var detected = LanguageDetector.Detect(block.Span.Of(document.Text), FewestWordsOfBlock);
        return detected is null or LanguageDetector.Undetermined || (language is not null && LanguageTag.AreSame(detected, language)) ? null
            : LanguageTag.IsEnglish(detected) == (language is null || LanguageTag.IsEnglish(language)) ? null
            : detected;
    }
}

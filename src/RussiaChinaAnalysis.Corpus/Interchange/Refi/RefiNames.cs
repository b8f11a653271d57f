using System.Xml;

namespace RussiaChinaAnalysis.Corpus.Interchange.Refi;

/// <summary>Names of the REFI-QDA standard, version 1.5.</summary>
internal static class RefiNames
{
    public const string Project = "urn:QDA-XML:project:1.0";
    public const string Codebook = "urn:QDA-XML:codebook:1.0";
    public const string Origin = "Russia–China Analysis";

    public static XmlWriterSettings Writing { get; } = new()
    {
        Async = true,
        Indent = true,
        NewLineChars = "\n",
        Encoding = new System.Text.UTF8Encoding(false),
    };

    /// <summary>Nothing outside the file is ever loaded, and entities that unfold are refused.</summary>
    public static XmlReaderSettings Reading { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 20_000_000,
        IgnoreWhitespace = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static string Text(Guid guid) => guid.ToString("D").ToUpperInvariant();
}

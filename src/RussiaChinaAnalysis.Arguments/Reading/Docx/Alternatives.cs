using DocumentFormat.OpenXml;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

internal static class Alternatives
{
    /// <summary>Drawings are written twice, for new and for old programs; one of them is the text.</summary>
    public static OpenXmlElement? Preferred(this AlternateContent alternatives) =>
        (OpenXmlElement?)alternatives.GetFirstChild<AlternateContentChoice>() ?? alternatives.GetFirstChild<AlternateContentFallback>();
}

using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Web.Commands.Extract.Connections;

/// <summary>An essay of the run.</summary>
/// <param name="Source">The file as the user named it.</param>
internal sealed record ReadEssay(string Source, ArgumentStructure Structure)
{
    public string Title => Structure.Document.Metadata.Title;

    public string Text => Structure.Document.Text;
}

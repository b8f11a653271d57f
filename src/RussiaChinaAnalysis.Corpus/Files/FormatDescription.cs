namespace RussiaChinaAnalysis.Corpus.Files;

/// <summary>A format in which something of the corpus is written or read as a file.</summary>
/// <param name="Key">Stands for the format in addresses and on the command line.</param>
/// <param name="Ending">Of the file's name, with its dot.</param>
/// <param name="Purpose">What one does with it, as the end of a sentence.</param>
public sealed record FormatDescription(string Key, string Name, string Ending, string MediaType, string Purpose);

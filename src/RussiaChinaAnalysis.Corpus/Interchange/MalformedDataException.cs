namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>A file is not what it says it is; becomes <see cref="ImportOutcome.Refused"/>.</summary>
/// <param name="message">What is wrong and how to mend it, as the end of a sentence that begins with the file's name.</param>
internal sealed class MalformedDataException(string message) : Exception(message);

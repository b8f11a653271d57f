using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>What a reader makes of a file: the text that everything else counts in, its layout and its metadata.</summary>
/// <param name="Text">Normalised text: NFC, line feeds only, no byte order mark, no markup. Never changed afterwards.</param>
/// <param name="Blocks">The layout of <paramref name="Text"/>, in order.</param>
public sealed record SourceDocument(string Text, ImmutableArray<Block> Blocks, DocumentMetadata Metadata);

/// <summary>What the file says of itself; null where it says nothing.</summary>
/// <param name="Title">The title of the essay. A reader falls back on the first heading, then on the file's name.</param>
/// <param name="Published">As written: a year, a month or a day in ISO 8601 order where the format allows it.</param>
/// <param name="Language">A BCP 47 tag, such as <c>en</c>: as the file declares it, or as its words say where it declares none or a wrong one; <c>und</c> for one that was not recognised.</param>
public sealed record DocumentMetadata(string Title, string? Author = null, string? Published = null, string? Language = null);

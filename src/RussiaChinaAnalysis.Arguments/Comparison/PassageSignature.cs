using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>A passage that is to be compared.</summary>
/// <param name="Span">Where it stands in its document.</param>
/// <param name="Words">What it says.</param>
/// <param name="Holds">Whether the author holds what it says; false for a view that is reported in order to be answered.</param>
/// <param name="Quantities">Their spans count in the document.</param>
public sealed record ComparedPassage(PassageReference Reference, TextSpan Span, string Words, bool Holds, ImmutableArray<Quantity> Quantities);

/// <summary>What is compared of a passage; made by <see cref="SignatureReader"/>.</summary>
/// <param name="Terms">The content words, each key once, in ordinal order of the keys.</param>
/// <param name="Holds">As in <see cref="ComparedPassage"/>.</param>
public sealed record PassageSignature(
    PassageReference Reference,
    TextSpan Span,
    ImmutableArray<SignatureTerm> Terms,
    Polarity Polarity,
    ImmutableArray<FigureSignature> Figures,
    bool Holds);

/// <param name="Key">The key of <see cref="Text.Words.WordForm"/>.</param>
/// <param name="Span">Where the word first stands in the passage.</param>
public readonly record struct SignatureTerm(string Key, TextSpan Span);

/// <param name="Negations">The denying words, in the order of the text.</param>
/// <param name="Direction">1 for words of growth, -1 for words of decline, 0 for neither or both.</param>
/// <param name="DirectionSpan">The word of growth or decline; empty where there is none.</param>
public sealed record Polarity(ImmutableArray<Negation> Negations, int Direction, TextSpan DirectionSpan);

/// <param name="Word">The denying word.</param>
/// <param name="Clause">What it can deny: the words around it up to the next mark of punctuation.</param>
public readonly record struct Negation(TextSpan Word, TextSpan Clause);

/// <param name="Written">The figure as the passage writes it.</param>
/// <param name="Measured">The keys of what is measured; empty where the passage does not say.</param>
/// <param name="Source">The keys of who gives the figure; empty where the passage does not say.</param>
public sealed record FigureSignature(
    Quantity Quantity,
    string Written,
    ImmutableArray<SignatureTerm> Measured,
    ImmutableArray<SignatureTerm> Source);

/// <summary>A title or a thesis.</summary>
/// <param name="Words">As written.</param>
/// <param name="Span">Where it stands in the document; empty for the title, which the text need not hold.</param>
/// <param name="Terms">Their spans count from the start of the document, for the title from its own start.</param>
public sealed record StatementSignature(string Words, TextSpan Span, ImmutableArray<SignatureTerm> Terms, Polarity Polarity);

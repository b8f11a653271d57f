using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Codebook.Matching;

/// <param name="Theme">The index of the theme in <see cref="ThemeCodebook.Themes"/>.</param>
/// <param name="Term">The cue term found.</param>
/// <param name="Span">The words that match, with a possessive ending.</param>
/// <param name="LastWord">The index of the last of these words in the table that was searched.</param>
public readonly record struct CueOccurrence(int Theme, CueTerm Term, TextSpan Span, int LastWord);

using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Browse.Documents;

/// <param name="Published">As the author wrote it; null when unknown.</param>
/// <param name="ContentHash">SHA-256 of the original file, lower-case hexadecimal.</param>
/// <param name="ImportedAt">UTC.</param>
/// <param name="Claims">Whoever holds them: the author, or others whose views the author only reports or answers.</param>
/// <param name="ReportedClaims">Those of the claims that are views of others.</param>
/// <param name="Theses">The central claims that nobody rejected, in the order of the text.</param>
public sealed record DocumentSummary(
    int Id,
    string Title,
    string? Author,
    string? Published,
    string? Language,
    string Source,
    int VersionNumber,
    string ContentHash,
    DateTime ImportedAt,
    int Words,
    int Claims,
    int ReportedClaims,
    int Evidence,
    int Context,
    IReadOnlyList<ThesisLine> Theses);

public sealed record RoleCount(Role Role, bool IsThesis, int Count);

public sealed record ThesisLine(int PassageId, string Quote);

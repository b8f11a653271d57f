using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Annotate;

/// <summary>What a person wants to note.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="IsPrivate">Null where nothing is said of it: a note stays as it is, and a new one is for everybody.</param>
public sealed record NoteDraft(Motivation Motivation, string Body, bool? IsPrivate = null)
{
    /// <summary>The longest <see cref="Canonical"/> and <see cref="Via"/>.</summary>
    public const int LongestName = 2000;

    /// <summary>The name that another program gave the annotation, wherever it is.</summary>
    public string? Canonical { get; init; }

    /// <summary>Where another program had it before.</summary>
    public string? Via { get; init; }

    internal string Text => Body.Trim();

    /// <summary>What is wrong with it, and how to mend it; null when nothing is.</summary>
    internal string? Problem() => Text.Length switch
    {
        > Annotation.LongestBody => FormattableString.Invariant($"The note has {Text.Length} characters and the limit is {Annotation.LongestBody}; shorten it or divide it."),
        _ when Math.Max(Canonical?.Length ?? 0, Via?.Length ?? 0) > LongestName => $"The note’s own names have at most {LongestName} characters.",
        0 when Motivation is not (Motivation.Highlighting or Motivation.Bookmarking) => "The note is empty; write something, or choose highlighting.",
        _ => null,
    };
}

/// <summary>What a note is about: a passage, a relation, or words of the current version of a document.</summary>
public abstract record NoteTarget
{
    private NoteTarget() { }

    public sealed record OfPassage(int Id) : NoteTarget;

    public sealed record OfRelation(int Id) : NoteTarget;

    /// <param name="Spans">None for the document as a whole; several for words that do not stand together.</param>
    public sealed record OfDocument(int Id, IReadOnlyList<TextSpan> Spans) : NoteTarget
    {
        /// <summary>The number of the version that the spans count in; null when it was not said, and then it is the current one.</summary>
        public int? Seen { get; init; }
    }
}

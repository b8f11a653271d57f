using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Codebook.Matching;

/// <summary>One word of a cue term.</summary>
/// <param name="Key">The key of <see cref="WordForm"/>; where only capitals match, the key of the capitals.</param>
/// <param name="KeyWithPrevious">The key of this word and the one before it written as one.</param>
internal readonly record struct CueWord(string Key, string KeyWithPrevious, WordJoint Before);

/// <summary>What a cue term matches.</summary>
internal sealed record CuePattern(ImmutableArray<CueWord> Words)
{
    public const int MaximumWords = 8;

    /// <summary>Equal for terms that match the same words.</summary>
    public string Identity => string.Join(' ', Words.Select(word => word.Key));

    public static CuePattern Of(string term)
    {
        Span<char> buffer = stackalloc char[WordForm.MaximumLength];
        var words = ImmutableArray.CreateBuilder<CueWord>();
        var scanner = new WordScanner(term);
        var previous = default(TextSpan);
        while (scanner.MoveNext())
        {
            var stem = scanner.Current.Stem;
            var written = stem.In(term);
            var length = WordForm.IsCapitals(written) ? WordForm.CapitalsKey(written, buffer) : WordForm.Key(written, buffer);
            var key = new string(buffer[..length]);
            length = WordForm.JoinedKey(new TextSpan(previous.Start, stem.End).In(term), buffer);
            words.Add(new CueWord(key, new string(buffer[..length]), scanner.Current.Before));
            previous = stem;
        }

        return new CuePattern(words.ToImmutable());
    }
}

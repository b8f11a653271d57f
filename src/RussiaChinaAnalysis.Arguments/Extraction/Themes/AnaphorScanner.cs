using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>Finds words that point back to what was said before, in one pass over a passage.</summary>
internal static class AnaphorScanner
{
    /// <summary>How many words from the start still open a passage: “Nevertheless, for that reason it …”.</summary>
    private const int OpeningWords = 4;

    /// <param name="first">The first word of the passage.</param>
    /// <param name="end">The word after its last.</param>
    /// <param name="found">Gets them in the order of the text.</param>
    public static void Find(ThemeWords words, int first, int end, List<Anaphor> found)
    {
        var passage = new PassageWords(words, first, end);
        for (var index = 0; index < passage.Count; index++)
        {
            if (words.ClassOf(first + index) != PointingWord.None && At(passage, index) is { } anaphor)
                found.Add(anaphor);
        }
    }

    private static Anaphor? At(PassageWords words, int index)
    {
        var word = words[index];
        var opens = index < OpeningWords;
        if (index == 0 && word.Is(PointingWord.Relative))
            return Make(AnaphorKind.Relative, words, index, index);
        if (word.Is(PointingWord.There))
            return IsExistential(words, index) ? null : Make(AnaphorKind.Place, words, index, index);
        if (word.Is(PointingWord.Here) && index == 0)
            return Make(AnaphorKind.Place, words, index, index);
        if (word.Is(PointingWord.Then) && index > 0 && words[index - 1].Is(PointingWord.Back) && opens)
            return Make(AnaphorKind.Setting, words, index - 1, index);
        if (opens && word.Is(PointingWord.Pair) && IsPair(words, index))
            return Make(AnaphorKind.Pair, words, index > 0 && words[index - 1].Is(PointingWord.Article) ? index - 1 : index, index);
        if (opens && word.Is(PointingWord.Pronoun))
            return IsPleonastic(words, index) ? null : Make(AnaphorKind.Pronoun, words, index, index);

        return word.Is(PointingWord.Demonstrative | PointingWord.That | PointingWord.Article | PointingWord.Possessive)
            ? Phrase(words, index)
            : null;
    }

    /// <summary>A determiner and what follows it.</summary>
    private static Anaphor? Phrase(PassageWords words, int index)
    {
        var determiner = words[index];
        var head = index + 1;
        if (head >= words.Count || words[head].Before == WordJoint.Break)
            return index == 0 && determiner.Is(PointingWord.Demonstrative) ? Make(AnaphorKind.Pronoun, words, index, index) : null;

        var pointing = determiner.Is(PointingWord.Demonstrative | PointingWord.That);
        if (pointing && words[head].Is(PointingWord.Auxiliary))
            return index < OpeningWords && !IsPleonastic(words, index) ? Make(AnaphorKind.Pronoun, words, index, index) : null;

        while ((words[head].Is(PointingWord.Number) || (pointing && words[head].Is(PointingWord.IndefiniteArticle))) && head + 1 < words.Count && words[head + 1].Before != WordJoint.Break)
            head++;

        // “The states of Europe” and “the region that …” say themselves what they mean.
        var isOpenEnded = head + 1 < words.Count && words[head + 1].Before == WordJoint.Space
            && words[head + 1].Is(PointingWord.Of) && !pointing;
        if (words[head].Is(PointingWord.PlaceNoun) && !isOpenEnded && !determiner.Is(PointingWord.Possessive))
            return Make(AnaphorKind.Place, words, index, head, head);
        if (words[head].Is(PointingWord.TimeNoun) && pointing && index > 0 && words[index - 1].Is(PointingWord.TimePreposition))
            return Make(AnaphorKind.Setting, words, index - 1, head);

        var isNoun = words[head].Class == PointingWord.None && !words[head].IsCapitalised && !words[head].IsFunctionWord;
        if (!isNoun)
            return null;

        // “That” inside a sentence mostly opens a clause, and “the” and “its” point back only where the noun returns.
        var isDemonstrative = determiner.Is(PointingWord.Demonstrative) || (determiner.Is(PointingWord.That) && index < OpeningWords && (index == 0 || words[index - 1].Is(PointingWord.TimePreposition | PointingWord.Clause)));
        return Make(isDemonstrative ? AnaphorKind.Demonstrative : AnaphorKind.Repetition, words, index, head, head);
    }

    /// <summary>“There is …”, “is there any …”, “there’s …”.</summary>
    private static bool IsExistential(PassageWords words, int index)
    {
        if (words[index].Word.Span != words[index].Word.Stem)
            return true;
        if (index > 0 && words[index].Before == WordJoint.Space && words[index - 1].Is(PointingWord.Auxiliary))
            return true;

        return index + 1 < words.Count && words[index + 1].Before == WordJoint.Space
            && words[index + 1].Is(PointingWord.Auxiliary | PointingWord.Arising);
    }

    /// <summary>“It is wrong to …”, “it seems that …”: the clause follows instead of going before.</summary>
    private static bool IsPleonastic(PassageWords words, int index)
    {
        const int reach = 7;
        if (index + 1 >= words.Count || !words[index + 1].Is(PointingWord.Auxiliary))
            return false;

        for (var next = index + 2; next < words.Count && next <= index + reach && words[next].Before != WordJoint.Break; next++)
        {
            if (words[next].Is(PointingWord.Clause | PointingWord.That))
                return true;
        }

        return false;
    }

    /// <summary>“The two fought”, “both are”, “the latter”, but not “the two powers of Asia” or “both of them”.</summary>
    private static bool IsPair(PassageWords words, int index)
    {
        var hasArticle = index > 0 && words[index - 1].Is(PointingWord.Article);
        if (words[index].Is(PointingWord.Number) && !hasArticle)
            return false;

        return index + 1 >= words.Count || !words[index + 1].Is(PointingWord.Of) || words[index + 1].Before == WordJoint.Break;
    }

    private static Anaphor Make(AnaphorKind kind, PassageWords words, int first, int last, int? head = null) =>
        new(kind,
            new TextSpan(words[first].Word.Span.Start, words[last].Word.Span.End),
            head is { } noun ? words.First + noun : -1,
            first < OpeningWords);

    private readonly record struct PassageWords(ThemeWords Words, int First, int End)
    {
        public int Count => End - First;

        public PointingToken this[int index] => new(
            Words.Table[First + index], Words.ClassOf(First + index), Words.IsCapitalised(First + index), Words.IsFunctionWord(First + index));
    }

    private readonly record struct PointingToken(Word Word, PointingWord Class, bool IsCapitalised, bool IsFunctionWord)
    {
        public WordJoint Before => Word.Before;

        public bool Is(PointingWord classes) => (Class & classes) != 0;
    }
}

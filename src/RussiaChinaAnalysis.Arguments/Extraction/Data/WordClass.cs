namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>
/// What a single word can be in a sentence, from <c>data/extraction/grammar.yaml</c> or, for words it does not list,
/// from their ending. A word may be several things at once.
/// </summary>
[Flags]
internal enum WordClass
{
    None = 0,

    /// <summary>A form of be, have or do that carries the tense.</summary>
    Auxiliary = 1 << 0,
    Modal = 1 << 1,

    /// <summary>"I", "they": a pronoun that can only be a subject, or "it", "this", "there" that mostly are.</summary>
    SubjectPronoun = 1 << 2,

    /// <summary>"it's", "they'll": subject and verb in one.</summary>
    Contraction = 1 << 3,
    Determiner = 1 << 4,
    Preposition = 1 << 5,
    Conjunction = 1 << 6,
    Adverb = 1 << 7,
    VerbBase = 1 << 8,
    VerbThirdPerson = 1 << 9,
    VerbPast = 1 << 10,
    VerbIng = 1 << 11,
    Relative = 1 << 12,
    Interrogative = 1 << 13,

    /// <summary>"us", "them", "myself": never a subject.</summary>
    ObjectPronoun = 1 << 14,
    FirstPersonSingular = 1 << 15,
    FirstPersonPlural = 1 << 16,
    SecondPerson = 1 << 17,
    Anaphor = 1 << 18,
    Negation = 1 << 19,
    Number = 1 << 20,
    Past = 1 << 21,

    /// <summary>Carries no subject matter: not counted when two passages are compared.</summary>
    Function = 1 << 22,
    Adjective = 1 << 23,
    To = 1 << 24,

    /// <summary>A form that the list gives, not one that the ending suggests.</summary>
    Listed = 1 << 25,
    Noun = 1 << 26,

    /// <summary>"taken", "written": the past participle of an irregular verb.</summary>
    Participle = 1 << 27,
}

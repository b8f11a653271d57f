namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>The forms of regular English verbs, by the rules of spelling.</summary>
internal static class VerbForms
{
    /// <summary>Base, third person, past, past participle, -ing.</summary>
    public static string[] Regular(string verb)
    {
        var past = Past(verb);
        return [verb, ThirdPerson(verb), past, past, Ing(verb)];
    }

    private static string ThirdPerson(string verb) => verb switch
    {
        [.., 's'] or [.., 'x'] or [.., 'z'] or [.., 'c', 'h'] or [.., 's', 'h'] or [.., 'o'] => verb + "es",
        [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string Past(string verb) => verb switch
    {
        [.., 'e'] => verb + "d",
        [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ied",
        _ when DoublesItsEnd(verb) => verb + verb[^1] + "ed",
        _ => verb + "ed",
    };

    private static string Ing(string verb) => verb switch
    {
        [.., 'e', 'e'] => verb + "ing",
        [.., 'e'] => verb[..^1] + "ing",
        _ when DoublesItsEnd(verb) => verb + verb[^1] + "ing",
        _ => verb + "ing",
    };

    /// <summary>"stop", "plan": one syllable that ends in consonant, vowel, consonant.</summary>
    private static bool DoublesItsEnd(string verb) =>
        verb is [.., var first, var middle, var last] && !IsVowel(first) && IsVowel(middle) && !IsVowel(last)
        && last is not ('w' or 'x' or 'y') && verb.Count(IsVowel) == 1;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}

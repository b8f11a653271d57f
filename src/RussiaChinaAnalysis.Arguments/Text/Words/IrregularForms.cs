using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace RussiaChinaAnalysis.Arguments.Text.Words;

/// <summary>English forms that no suffix rule leads back to their base.</summary>
internal static class IrregularForms
{
    private static readonly FrozenDictionary<string, string> Lemmas = Parse(
        """
        arise arose arisen
        be am is are was were been being
        beat beaten
        become became
        begin began begun
        bend bent
        bind bound
        break broke broken
        bring brought
        build built
        bus buses
        buy bought
        catch caught
        choose chose chosen
        come came
        crisis crises
        criterion criteria
        deal dealt
        die died dies dying
        do did does done
        draw drew drawn
        drive drove driven
        eat ate eaten
        fall fell fallen
        feel felt
        fight fought
        find found
        fly flew flown
        forget forgot forgotten
        freeze froze frozen
        gas gases
        get got gotten
        give gave given
        go goes went gone
        grow grew grown
        have has had
        hear heard
        hold held
        hypothesis hypotheses
        analysis analyses
        keep kept
        know knew known
        lay laid
        lead led
        leave left
        lend lent
        lie lies lying
        life lives
        lose lost
        make made
        man men
        mean meant
        meet met
        medium media
        pay paid
        person people
        phenomenon phenomena
        prove proven
        ride rode ridden
        rise rose risen
        run ran
        say said
        see saw seen
        seek sought
        sell sold
        send sent
        shake shook shaken
        show shown
        shrink shrank shrunk
        sink sank sunk
        speak spoke spoken
        spend spent
        stand stood
        steal stole stolen
        strike struck
        strive strove striven
        swear swore sworn
        take took taken
        teach taught
        tell told
        think thought
        throw threw thrown
        tie ties tied tying
        understand understood
        undertake undertook undertaken
        wear wore worn
        win won
        withdraw withdrew withdrawn
        woman women
        write wrote written
        overtake overtook overtaken
        child children
        wife wives
        half halves
        shelf shelves
        leaf leaves
        knife knives
        self selves
        """);

    public static bool TryFind(ReadOnlySpan<char> form, [NotNullWhen(true)] out string? lemma) =>
        Lemmas.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out lemma);

    private static FrozenDictionary<string, string> Parse(string table)
    {
        var lemmas = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var forms = line.Split(' ');
            foreach (var form in forms[1..])
                lemmas[form] = forms[0];
        }

        return lemmas.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Reading.Detection;

/// <summary>The commonest words of languages in Latin script.</summary>
internal static class CommonWords
{
    private const int LongestWord = 12;

    private static readonly (string Language, string Words)[] Lists =
    [
        ("en", "the of and to in is that it for was on are as with his they be at this have from or had by but not what all were we when there can an which their if will would its has been who more no than them these so about into"),
        ("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man"),
        ("fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux ou mais comme cette d l qu n s c j on leur ses nous être fait été deux même ces dont sans"),
        ("es", "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros"),
        ("it", "di e il la che in un a per è una sono non del si da le dei con al nel della i come più ma gli anche lo o alla dal delle questo su nella ha era essere se ed loro tra degli ai quando dalla solo quello cui ancora"),
        ("pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está também só pelo pela até isso ela entre era depois sem"),
        ("nl", "de het een van en in is dat op te zijn met voor niet aan er ook als maar om hij bij door naar uit nog dan over wordt heeft worden deze kan werd hun of meer wat al was geen wel die tot zich ze zo"),
        ("sv", "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också eller efter nu sin där vid mot ska skulle kommer ut får finns vara"),
        ("da", "og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne"),
        ("no", "og i det på som er en til å han av for med at var de ikke den har jeg om et men så seg hun hadde fra vi du da nå man kan sin eller hva skal selv her alle vil ble etter opp ut bare over noe noen også"),
        ("fi", "ja on ei se että oli hän en mutta ovat kun niin myös jos kuin joka olla tai sen ole ne mitä jotka sitä jo hänen vain nyt sekä vielä voi siitä kuitenkin mukaan ennen kanssa ollut siis"),
        ("pl", "w i na z do się nie to jest że o jak a po co tak za od jego przez dla ale czy przy są był może już tylko być go oraz ich które który która ma tym też jej bez nad"),
        ("cs", "a v se na je to že s z o do jako i k pro by ale jsou po ve od za si jeho podle byl které který která už tak být nebo jen může také až při má ze byla bylo není"),
        ("hu", "a az és hogy nem is egy ez de meg csak volt mint már el ha még vagy van azt ki kell lehet ezt sem amely után között pedig így szerint be mert minden lesz"),
        ("ro", "de și în a la cu nu pe să se o un că din este mai au care pentru sunt ce fost sau dar prin al ale lui cum fi după ca fără această acest lor doar"),
        ("tr", "ve bir bu da de için ile çok olarak daha ne gibi olan kadar en sonra o var ama değil ki her olduğu ise ya onun göre veya ancak tarafından iki bunu yok ben"),
        ("id", "yang dan di ini itu dengan untuk dari dalam tidak pada akan ke adalah oleh juga atau ada mereka bahwa sebagai telah dapat lebih saya bisa karena tersebut kita kami"),
        ("vi", "và của là có không được trong cho một các với người những này đã để khi đến về ra từ như cũng ở vào tại sẽ nhưng phải rằng"),
    ];

    private static readonly FrozenDictionary<string, ImmutableArray<int>> LanguagesOf = Lists
        .SelectMany((list, language) => list.Words.Split(' ').Distinct().Select(word => (word, language)))
        .GroupBy(pair => pair.word, pair => pair.language)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<int>>.AlternateLookup<ReadOnlySpan<char>> ByWord =
        LanguagesOf.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ImmutableArray<string> Languages { get; } = [.. Lists.Select(list => list.Language)];

    /// <summary>Adds one for each language in which the word is common.</summary>
    public static void Count(ReadOnlySpan<char> word, int[] counts)
    {
        Span<char> lower = stackalloc char[LongestWord];
        if (word.Length > LongestWord || word.ToLowerInvariant(lower) < 0 || !ByWord.TryGetValue(lower[..word.Length], out var languages))
            return;
        foreach (var language in languages)
            counts[language]++;
    }
}

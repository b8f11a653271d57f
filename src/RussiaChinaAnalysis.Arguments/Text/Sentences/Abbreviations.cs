using System.Collections.Frozen;

namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>What a full stop after an abbreviation may mean.</summary>
internal enum AbbreviationKind
{
    /// <summary>Stands before a name: "Mr. Smith". Never ends a sentence that goes on.</summary>
    Title,

    /// <summary>Stands before more words: "e.g. Georgia". Never ends a sentence that goes on.</summary>
    Inner,

    /// <summary>Stands before a number: "p. 55". Elsewhere an ordinary word: "The answer is no."</summary>
    Reference,

    /// <summary>May stand anywhere: "U.S. Government", "in the U.S. How". Ends a sentence before a word that opens one.</summary>
    Either,

    /// <summary>A time of day: "5 a.m."</summary>
    Time,

    /// <summary>Closes an enumeration: "etc." Ends a sentence before any capital.</summary>
    Closing,
}

/// <summary>Known abbreviations, without their last full stop.</summary>
internal static class Abbreviations
{
    // Written with a capital; in small letters many of them are words ("gen", "rep", "mar").
    private const string Titles = """
        Mr Mrs Ms Mx Dr Drs Prof Messrs Mme Mmes Mlle Rev Fr Hon Pres Gov Sen Sens Rep Reps Amb Sec Gen Lt Col Maj Capt
        Cpt Cmdr Cdr Comdr Sgt Cpl Pvt Adm Brig Supt Insp Det Msgr Pfc Sra Srta
        Проф Акад Ген Полк Им Св
        """;

    private const string CapitalisedEither = """
        St Ste Mt Ft Pt Ave Blvd Rd Sq Hwy Bldg Apt
        Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
        Calif Mass Conn Penn Tenn Tex Va Pa Fla Colo Ariz Mich Minn Wis Okla Ala Ga Nev Neb Mont Wyo
        """;

    private const string Inner = """
        e.g i.e eg ie viz cf vs v resp incl esp approx ca circa lit orig trans aka a.k.a
        т.е т.к напр см ср
        """;

    private const string References = """
        no nos nr p pp pg pgs vol vols ch chs chap sec secs sect art arts fig figs eq eqs para paras par app ed eds ex
        ver v l ll n nn c b d r fl tab tbl item n° nº №
        рис табл стр с ст гл п
        """;

    private const string Either = """
        inc ltd co corp bros llc plc gmbh jr sr esq dept univ assn est al ibid cit
        ph.d m.d b.a m.a b.sc m.sc ll.b ll.m d.phil a.d b.c b.c.e c.e u.s u.s.a u.k u.n e.u d.c l.a n.y u.s.s.r
        bn mn mln tn st rd
        г гг в вв руб млн млрд трлн тыс др н.э
        """;

    private const string Times = "a.m p.m am pm";

    private const string Closings = "etc et.al т.д т.п";

    private static readonly FrozenDictionary<string, AbbreviationKind> Exact = Table(
        StringComparer.Ordinal, (Titles, AbbreviationKind.Title), (CapitalisedEither, AbbreviationKind.Either));

    private static readonly FrozenDictionary<string, AbbreviationKind> AnyCase = Table(
        StringComparer.OrdinalIgnoreCase,
        (Inner, AbbreviationKind.Inner),
        (References, AbbreviationKind.Reference),
        (Either, AbbreviationKind.Either),
        (Times, AbbreviationKind.Time),
        (Closings, AbbreviationKind.Closing));

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> ExactWords =
        Exact.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> AnyCaseWords =
        AnyCase.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryFind(ReadOnlySpan<char> word, out AbbreviationKind kind) =>
        ExactWords.TryGetValue(word, out kind) || AnyCaseWords.TryGetValue(word, out kind);

    // Of two entries for one word the later wins.
    private static FrozenDictionary<string, AbbreviationKind> Table(
        StringComparer comparer, params (string Words, AbbreviationKind Kind)[] lists)
    {
        var table = new Dictionary<string, AbbreviationKind>(comparer);
        foreach (var (words, kind) in lists)
            foreach (var word in WordList.Split(words))
                table[word] = kind;
        return table.ToFrozenDictionary(comparer);
    }
}

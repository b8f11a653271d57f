namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>What one look at the words of a passage shows, counted in tokens.</summary>
internal record struct PassageTraits
{
    /// <summary>Words and numbers.</summary>
    public int Words { get; set; }

    /// <summary>Numbers in digits that are not years.</summary>
    public int Figures { get; set; }

    /// <summary>Figures with a percent or currency sign.</summary>
    public int Amounts { get; set; }

    /// <summary>Figures of a hundred or more: counts of something rather than a handful of cases.</summary>
    public int LargeFigures { get; set; }

    /// <summary>Numbers and shares in words: "twelve", "a third".</summary>
    public int NumberWords { get; set; }

    /// <summary>Four digits from 1000 to 2099.</summary>
    public int Years { get; set; }

    /// <summary>Capitalised words that do not open the sentence: mostly names.</summary>
    public int Names { get; set; }

    public int PastVerbs { get; set; }

    public int PerfectVerbs { get; set; }

    /// <summary>Forms of the present, modals apart.</summary>
    public int PresentVerbs { get; set; }

    public int Modals { get; set; }

    /// <summary>Words between quotation marks.</summary>
    public int QuotedWords { get; set; }

    public int FirstPersonSingular { get; set; }

    public bool IsQuestion { get; set; }

    /// <summary>Opens with the base form of a verb, as in "Keep the library open".</summary>
    public bool IsImperative { get; set; }
}

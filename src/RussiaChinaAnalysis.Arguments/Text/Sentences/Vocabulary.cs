namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>The words that the boundary rules know, besides <see cref="Abbreviations"/>.</summary>
internal static class Vocabulary
{
    /// <summary>
    /// Capitalised words that, after an abbreviation, open a sentence rather than go on a name. Words that are also
    /// names or their beginnings ("Will", "May", "New", "North") are left out.
    /// </summary>
    public static readonly WordList Openers = new("""
        The This That These Those It It's It’s He She They We You I I'm I’m A An There Here His Her Its Their Our My Your
        In On At By For From With Without Within As If When While Where Whether What Who Whom Whose Why How Which
        But And Or Nor So Yet Then Thus Hence However Moreover Furthermore Therefore Although Though Because Since
        After Before During Until Unless Once Despite Even Only Just Also Still Instead Indeed Meanwhile Nevertheless
        Nonetheless Otherwise Besides Finally Consequently Accordingly Likewise Similarly Additionally Perhaps Maybe
        Such Some Many Most Much Both Each Every All Any No Not None Neither Either Another Other Others Several Few
        Is Are Was Were Am Be Do Does Did Has Have Had Can Could Should Would Must Might Shall Let Please Now Today
        Yesterday Tomorrow Recently Nobody Nothing Everyone Everything Someone Something One To Of Under Over Among
        Between Through Throughout Across Against About According Given Like Rather Than Again Never Always Often
        Sometimes Soon Later Earlier Firstly Secondly Thirdly Lastly Don't Don’t Doesn't Doesn’t That's That’s There's
        There’s They're They’re We're We’re He's He’s She's She’s
        В На Но И А Это Эта Этот Эти Он Она Они Оно Мы Я Вы Однако Поэтому Так Как Если Когда Что Кто Где По С К За Из
        От До Для При Об О У Не Ни Его Её Их Наш Все Всё Также Кроме Тем Таким После Перед Между Хотя Потому
        """, StringComparer.Ordinal);

    /// <summary>Words that take a single letter as their name, so that a full stop after it is an ordinary one.</summary>
    public static readonly WordList LetterTakers = new(
        "vitamin plan group type hepatitis part section appendix grade class war exhibit phase option team point model",
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words before which a number or letter can hardly be the marker of a new list item.</summary>
    public static readonly WordList Leaders = new("""
        a an the of to in on at by for from with than over under about around and or is are was were number least most
        nearly almost only plus
        """, StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that open an adverbial of time: "At 5 a.m. Mr Smith left."</summary>
    public static readonly WordList TimePrepositions = new(
        "at by until till from around about before after since on", StringComparer.OrdinalIgnoreCase);

    /// <summary>What may follow a time of day within its sentence, though it begins with a capital.</summary>
    public static readonly WordList AfterTime = new("""
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
        September October November December EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST MSK Eastern
        Pacific Central Moscow Beijing
        """, StringComparer.Ordinal);

    /// <summary>Verbs that bind a quotation to its speaker.</summary>
    public static readonly WordList ReportingVerbs = new("""
        said says asked asks replied replies answered answers wrote writes added adds shouted cried exclaimed wondered
        demanded inquired muttered whispered argued warned insisted
        """, StringComparer.Ordinal);
}

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>What changes are called in the history. They are stored: a name never changes.</summary>
public static class Actions
{
    public const string CreatePassage = "create passage";
    public const string LabelPassage = "label passage";
    public const string ResizePassage = "resize passage";
    public const string SplitPassage = "split passage";
    public const string MergePassages = "merge passages";
    public const string DecidePassage = "decide passage";
    public const string DecidePassages = "decide passages";
    public const string RemovePassage = "remove passage";
    public const string PlacePassage = "place passage";
    public const string PutPassageAway = "put away passage";
    public const string GiveTheme = "give theme";
    public const string TakeThemeAway = "take theme away";

    public const string LinkPassages = "link passages";
    public const string LinkToLink = "link to relation";
    public const string ChangeLink = "change link";
    public const string DecideLink = "decide link";
    public const string RemoveLink = "remove link";

    public const string WriteNote = "write note";
    public const string ReplyToNote = "reply to note";
    public const string RewriteNote = "rewrite note";
    public const string PublishNote = "publish note";
    public const string TakeNoteBack = "take back note";
    public const string ResolveThread = "resolve thread";
    public const string ReopenThread = "reopen thread";

    public const string CreateTheme = "create theme";
    public const string ChangeTheme = "change theme";
    public const string RetireTheme = "retire theme";
    public const string TakeUpTheme = "take up theme";
    public const string MergeThemes = "merge themes";
    public const string ImportCodebook = "import codebook";

    public const string Undo = "undo";

    public const string NewVersion = "new version";
    public const string ReadAnew = "read anew";

    /// <summary>Whether the program did it when it read a document. It decides nothing, and is not undone.</summary>
    public static bool IsReading(string action) => action is NewVersion or ReadAnew;
}

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>The author in a file's properties is often the name of a machine's user, or of the program.</summary>
internal static class StatedAuthor
{
    private static readonly string[] Placeholders =
    [
        "user", "admin", "administrator", "owner", "author", "unknown", "windows user", "microsoft office user", "microsoft",
        "python-docx", "pandoc", "openpyxl", "root", "guest", "пользователь", "автор", "用户", "作者",
    ];

    public static string? Clean(string? author)
    {
        var name = author?.Trim() ?? "";
        return name.Length == 0 || Placeholders.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : name;
    }
}

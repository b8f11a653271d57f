namespace RussiaChinaAnalysis.Web.Hosting;

internal static class Configuration
{
    /// <summary>Reads configuration files, of which one may not be JSON.</summary>
    /// <exception cref="UserMistakeException">Names the file, and the line where the parser stopped.</exception>
    public static TLoaded Load<TLoaded>(Func<TLoaded> load)
    {
        try
        {
            return load();
        }
        catch (InvalidDataException broken)
        {
            throw new UserMistakeException([broken.Message, .. Reasons(broken.InnerException)]);
        }
    }

    private static IEnumerable<string> Reasons(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception.Message;
    }
}

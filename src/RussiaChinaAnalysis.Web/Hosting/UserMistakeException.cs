namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>
/// The user can mend this: a wrong argument, setting or file. Shown as its messages, one per line, without a stack
/// trace.
/// </summary>
internal sealed class UserMistakeException(params IReadOnlyList<string> messages)
    : Exception(string.Join(Environment.NewLine, messages))
{
    public IReadOnlyList<string> Messages { get; } = messages;
}

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>Reads one file format. Readers are stateless and may be called from several threads.</summary>
public interface IDocumentReader
{
    /// <summary>Lower-case endings with their dot, such as <c>.md</c>.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>The IANA media type that is kept with the original file, such as <c>text/markdown</c>.</summary>
    string MediaType { get; }

    /// <summary>Whether the content gives itself away as this format, whatever the file is called.</summary>
    bool Recognises(ReadOnlySpan<byte> content) => false;

    /// <summary>Bad input is an outcome, never an exception.</summary>
    ReadResult Read(SourceFile file, ReadingLimits limits, CancellationToken cancellation);
}

/// <param name="Name">The file's name with its ending, without folders; it chooses the reader and is the last resort for a title.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content);

public abstract record ReadResult
{
    private ReadResult() { }

    public sealed record Success(SourceDocument Document, string MediaType) : ReadResult;

    /// <param name="Message">One sentence that says what is wrong and how to mend it, fit to be shown to the user.</param>
    public sealed record Refused(RefusalReason Reason, string Message) : ReadResult;
}

public enum RefusalReason
{
    Empty,
    NotText,
    TooLarge,
    UnknownType,
    Malformed,

    /// <summary>The ending of the name says one format and the content another.</summary>
    Mislabelled,

    /// <summary>The content is protected with a password.</summary>
    Encrypted,

    /// <summary>The format is right, but there are only pictures of text in it, or letters that stand for nothing.</summary>
    NoText,

    /// <summary>Reading it would take more time or memory than a reader may use.</summary>
    TooComplex,

    /// <summary>The file does not exist or may not be read.</summary>
    Unreadable,
}

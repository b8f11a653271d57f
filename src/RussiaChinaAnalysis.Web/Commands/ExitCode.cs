namespace RussiaChinaAnalysis.Web.Commands;

/// <summary>What the process tells its caller. The numbers are documented in README.md and never change.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command ran, but at least one file was refused.</summary>
    public const int Refused = 1;

    /// <summary>Nothing was done: an argument or a setting is wrong.</summary>
    public const int UserMistake = 2;

    /// <summary>A defect of the program or of the machine it runs on.</summary>
    public const int Failure = 3;

    /// <summary>Interrupted from the keyboard, as shells number it.</summary>
    public const int Cancelled = 130;
}

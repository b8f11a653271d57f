using Npgsql;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

internal static class PostgresAddress
{
    /// <summary>Whether the driver understands it, by whichever of its names a server is given.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException or InvalidCastException or KeyNotFoundException)
        {
            return false;
        }
    }
}

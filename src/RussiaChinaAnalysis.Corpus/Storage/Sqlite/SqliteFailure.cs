using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>What the provider calls neither transient nor by a code that all databases share.</summary>
internal static class SqliteFailure
{
    /// <summary>Another connection is writing.</summary>
    private const int Busy = 5;

    /// <summary>Another statement holds a table.</summary>
    private const int Locked = 6;

    public static bool IsBusy(DbException failure) => failure is SqliteException { SqliteErrorCode: Busy or Locked };
}

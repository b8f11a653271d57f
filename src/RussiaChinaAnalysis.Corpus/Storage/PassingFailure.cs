using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>What a database fails with today and may do tomorrow, unlike a defect of the program.</summary>
internal static class PassingFailure
{
    /// <summary>
    /// A lost or refused connection, a deadlock, a lock that was waited for too long; also rows that the database did not
    /// take, since somebody else may have written what they collide with.
    /// </summary>
    public static bool Is(Exception failure) => failure switch
    {
        DbUpdateException => true,
        DbException database => database.IsTransient || StorageProviders.IsBusy(database),
        // A provider wraps what it takes for passing.
        InvalidOperationException { InnerException: { } cause } => Is(cause),
        _ => false,
    };
}

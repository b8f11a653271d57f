using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>
/// Databases forget the kind of a time; here every time is UTC. It is kept to the microsecond, which is as fine as
/// PostgreSQL goes, so that a corpus says the same in every database.
/// </summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => Microseconds(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    private static DateTime Microseconds(DateTime time) =>
        new(time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>Databases forget the kind of a time; here every time is UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time,
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Annotate;

/// <summary>Who is called by name in notes, as <c>@name</c>, whatever its case.</summary>
internal static class Mentions
{
    /// <summary>The first notes of the threads in which the viewer is mentioned, however deep.</summary>
    /// <param name="visible">The notes that the viewer may see.</param>
    public static async Task<IReadOnlyCollection<int>> ThreadsAsync(
        CorpusContext context, IQueryable<Annotation> visible, int? viewer, CancellationToken cancellation)
    {
        if (await context.Users.Where(person => person.Id == viewer).Select(person => person.UserName).SingleOrDefaultAsync(cancellation) is not { Length: > 0 } name)
            return [];
        // Databases fold the case of these letters alike; where the name ends, only the pattern knows.
        var beginning = "@" + string.Concat(name.TakeWhile(char.IsAscii)).ToUpperInvariant();
#pragma warning disable CA1304, CA1311 // The database does this, without a culture.
        var candidates = await visible.Where(note => !note.IsDeleted && note.Body.ToUpper().Contains(beginning))
            .Select(note => new { note.Id, note.ParentId, note.Body }).ToListAsync(cancellation);
#pragma warning restore CA1304, CA1311
        var pattern = PatternOf(name);
        var places = candidates.Where(note => pattern.IsMatch(note.Body)).Select(note => new Place(note.Id, note.ParentId)).ToList();

        var threads = new HashSet<int>();
        while (places.Count > 0)
        {
            threads.UnionWith(places.Where(place => place.ParentId is null).Select(place => place.Id));
            var parents = places.Select(place => place.ParentId).OfType<int>().Distinct().ToArray();
            places = await context.Annotations.Where(note => parents.Contains(note.Id)).Select(note => new Place(note.Id, note.ParentId)).ToListAsync(cancellation);
        }

        return threads;
    }

    /// <summary>No part of an address of electronic mail, and not the beginning of a longer name; a full stop may end the sentence.</summary>
    private static Regex PatternOf(string name) =>
        new($@"(?<![\p{{L}}\p{{N}}_])@{Regex.Escape(name)}(?![\p{{L}}\p{{N}}_]|[-.@+]+[\p{{L}}\p{{N}}_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private sealed record Place(int Id, int? ParentId);
}

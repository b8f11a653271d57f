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
        // Databases fold the case of these letters alike; where the name ends is seen in the words themselves.
        var beginning = "@" + string.Concat(name.TakeWhile(char.IsAscii)).ToUpperInvariant();
#pragma warning disable CA1304, CA1311 // The database does this, without a culture.
        var candidates = await visible.Where(note => !note.IsDeleted && note.Body.ToUpper().Contains(beginning))
            .Select(note => new { note.Id, note.ParentId, note.Body }).ToListAsync(cancellation);
#pragma warning restore CA1304, CA1311
        var places = candidates.Where(note => IsIn(note.Body, name)).Select(note => new Place(note.Id, note.ParentId)).ToList();

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
    internal static bool IsIn(string body, string name)
    {
        var mention = "@" + name;
        var end = 0;
        for (var start = IndexOf(mention, 0); start >= 0; start = IndexOf(mention, start + 1))
        {
            // The name and the marks after it may hold one another's characters; no mark is looked at twice for all that.
            end = Math.Max(end, start + mention.Length);
            while (end < body.Length && body[end] is '-' or '.' or '@' or '+')
                end++;
            if ((start == 0 || !IsOfName(body[start - 1])) && (end == body.Length || !IsOfName(body[end])))
                return true;
        }

        return false;

        int IndexOf(string words, int from) => body.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOfName(char character) => char.IsLetter(character) || char.IsNumber(character) || character == '_';

    private sealed record Place(int Id, int? ParentId);
}

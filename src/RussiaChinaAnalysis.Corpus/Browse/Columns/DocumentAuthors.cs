using System.Runtime.InteropServices;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>Every author once.</summary>
/// <param name="OfDocument">At the place of each document, the place of its author; -1 where it has none.</param>
/// <param name="Places">Of each key, the place of the author.</param>
internal sealed record DocumentAuthors(IReadOnlyList<DocumentAuthor> All, int[] OfDocument, IReadOnlyDictionary<string, int> Places)
{
    public static DocumentAuthors Of(DocumentColumns[] documents)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = new List<DocumentAuthor>();
        var ofDocument = new int[documents.Length];
        for (var place = 0; place < documents.Length; place++)
        {
            var document = documents[place];
            ofDocument[place] = -1;
            if (document.AuthorKey is null)
                continue;
            ref var author = ref CollectionsMarshal.GetValueRefOrAddDefault(places, document.AuthorKey, out var known);
            if (!known)
            {
                author = all.Count;
                all.Add(new(document.AuthorKey, document.Author!));
            }
            // Who writes a name in several ways is called by the first of them.
            else if (string.CompareOrdinal(document.Author, all[author].Name) < 0)
                all[author] = new(document.AuthorKey, document.Author!);
            ofDocument[place] = author;
        }

        return new(all, ofDocument, places);
    }
}

internal sealed record DocumentAuthor(string Key, string Name);

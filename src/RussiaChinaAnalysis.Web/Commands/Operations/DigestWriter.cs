using System.Globalization;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;

namespace RussiaChinaAnalysis.Web.Commands.Operations;

/// <summary>One line for each table that holds anything.</summary>
internal static class DigestWriter
{
    public static void Write(CorpusDigest digest, TextWriter output)
    {
        foreach (var table in digest.Tables.Where(table => table.Rows > 0))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Rows,9} {table.Name} {table.Hash[..16]}"));
    }
}

using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests;

/// <summary>Web → Corpus → Arguments, never back, and no layer knows what is none of its business.</summary>
public sealed class LayersTests
{
    [Theory]
    [InlineData("Arguments", "RussiaChinaAnalysis.Corpus", "RussiaChinaAnalysis.Web", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.Net.Http")]
    [InlineData("Web", "Microsoft.Data.Sqlite", "RussiaChinaAnalysis.Corpus.Storage.Sqlite", "using Npgsql", "RussiaChinaAnalysis.Corpus.Storage.Postgres")]
    // The model of accounts is Identity's, which needs no web.
    [InlineData("Corpus", "RussiaChinaAnalysis.Web", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Builder", "System.Net.Http")]
    public void A_layer_names_nothing_above_it(string layer, params string[] forbidden)
    {
        var files = Sources(layer);

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var code = File.ReadAllLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
            Assert.DoesNotContain(code, line => forbidden.Any(name => line.Contains(name, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("Arguments")]
    [InlineData("Corpus", "RussiaChinaAnalysis.Arguments")]
    public void An_assembly_refers_to_the_layers_below_only(string layer, params string[] layers)
    {
        var assembly = layer == "Arguments" ? typeof(Arguments.Text.TextSpan).Assembly : typeof(CorpusServices).Assembly;

        var referred = assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("RussiaChinaAnalysis.", StringComparison.Ordinal));

        Assert.Equal(layers, referred);
    }

    [Theory]
    [InlineData("Sqlite", "Sqlite")]
    [InlineData("Postgres", "Npgsql")]
    public void Only_the_storage_of_a_database_knows_that_database(string folder, string database)
    {
        // Where one of them is chosen.
        string[] choosing = ["StorageProvider.cs", "StorageServices.cs", "StorageProviders.cs", "StorageAddress.cs"];
        var elsewhere = Sources("Corpus")
            .Where(file => !file.Contains(Path.Combine("Storage", folder), StringComparison.Ordinal) && !choosing.Contains(Path.GetFileName(file)))
            .ToList();

        Assert.NotEmpty(elsewhere);
        Assert.All(elsewhere, file => Assert.DoesNotContain(database, string.Concat(
            File.ReadAllLines(file).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))), StringComparison.Ordinal));
    }

    private static List<string> Sources(string layer) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src", $"RussiaChinaAnalysis.{layer}"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules")),
    ];
}

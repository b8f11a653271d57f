using System.Text.RegularExpressions;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests;

/// <summary>What people hand in is searched in a time that grows with its length and no faster, whatever it is made of.</summary>
public sealed partial class ExpressionsTests
{
    [Fact]
    public void No_regular_expression_goes_back_over_its_text()
    {
        var made = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"))
            .SelectMany(file => Made().Matches(File.ReadAllText(file)), (file, match) => (file, match.Value))
            .ToList();

        Assert.NotEmpty(made);
        Assert.All(made, expression => Assert.Contains(nameof(RegexOptions.NonBacktracking), expression.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[GeneratedRegex("a+;b+")] private static partial Regex Short();""")]
    [InlineData("""var found = new Regex("a+b+");""")]
    [InlineData("""private static Regex Of(string name) => new($"{name}+");""")]
    [InlineData("""private static readonly Regex Short = new("a+b+");""")]
    [InlineData("""return Regex.Replace(text, "a+b+", "");""")]
    public void An_expression_is_seen_however_it_is_made(string code) => Assert.Single(Made().Matches(code));

    /// <summary>From where an expression is made to the end of the statement or of the declaration.</summary>
    [GeneratedRegex("""(?:\[GeneratedRegex\(.*?\bpartial Regex|\bnew (?:[\w.]+\.)?Regex\(.*?;|\bRegex\??\s+\w+(?:\([^)]*\))?\s*(?:=>|=)\s*new\(.*?;|\bRegex\.(?:Count|EnumerateMatches|EnumerateSplits|IsMatch|Match|Matches|Replace|Split)\(.*?;)""", RegexOptions.Singleline)]
    private static partial Regex Made();
}

using RussiaChinaAnalysis.Arguments.Evaluation.Gold;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation.Gold;

public sealed class GoldDirectoryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gold");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_folder_may_hold_every_format()
    {
        Write("b.gold.md", "---\ntitle: B\ngenre: comment\n---\n[1 thesis] Yes.\n");
        Write("a.txt", "No.");
        Write("a.gold.tsv", "segment\tstart\tend\tcentral_claim\trole\trelation\ttarget\tid\nNo.\t0\t3\tyes\tpro\t\t\ta1\n");
        Write("cases.tsv", "input\texpected\nA. B.\tA. ||| B.\n");
        Write("README.md", "Not labelled.");

        var gold = Read(folder.FullName);

        Assert.Equal(["a", "b"], gold.Documents.Select(document => document.Name));
        Assert.Single(gold.SentenceCases);
        Assert.Empty(gold.Errors);
    }

    [Fact]
    public void One_file_may_be_named_alone()
    {
        Write("b.gold.md", "---\ntitle: B\ngenre: comment\n---\n[1 thesis] Yes.\n");

        Assert.Equal("b", Assert.Single(Read(Path.Combine(folder.FullName, "b.gold.md")).Documents).Name);
    }

    [Fact]
    public void Mistakes_of_all_files_are_gathered()
    {
        Write("a.gold.tsv", "segment\tstart\n");
        Write("b.gold.md", "Yes.\n");
        Write("cases.tsv", "in\tout\n");

        Assert.Equal(
            ["a.gold.tsv:1: a.txt is missing beside it", "b.gold.md:1: the file begins with front matter between two lines \"---\"", "cases.tsv:1: a table of sentence boundaries has the columns input and expected"],
            Read(folder.FullName).Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_an_error_of_the_file_system() =>
        Assert.ThrowsAny<IOException>(() => Read(Path.Combine(folder.FullName, "none.gold.md")));

    private static GoldDirectory Read(string path) => GoldDirectory.Read(path, TestContext.Current.CancellationToken);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder.FullName, name), content);
}

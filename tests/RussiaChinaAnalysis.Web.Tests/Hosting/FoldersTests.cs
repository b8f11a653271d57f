using RussiaChinaAnalysis.Web.Hosting;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

public sealed class FoldersTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void The_nearest_folder_above_the_current_one_that_holds_a_codebook_is_home()
    {
        var codebook = temporary.Write("clone/data/codebook.yaml", "");
        var below = Directory.CreateDirectory(temporary.Child("clone/src/deep")).FullName;

        var folders = Folders.Find(null, null, below, temporary.Path);

        Assert.Equal(temporary.Child("clone/data"), folders.Data);
        Assert.Equal(temporary.Child("clone/seeds"), folders.Seeds);
        Assert.Equal(codebook, folders.Codebook);
    }

    [Fact]
    public void Outside_a_clone_the_program_uses_what_lies_beside_it()
    {
        temporary.Write("installed/data/codebook.yaml", "");
        var elsewhere = Directory.CreateDirectory(temporary.Child("elsewhere")).FullName;

        var folders = Folders.Find(null, null, elsewhere, temporary.Child("installed/bin"));

        Assert.Equal(temporary.Child("installed/data"), folders.Data);
    }

    [Fact]
    public void A_given_data_folder_without_a_codebook_takes_the_one_of_the_home()
    {
        var codebook = temporary.Write("clone/data/codebook.yaml", "");

        var folders = Folders.Find("own", null, temporary.Child("clone"), temporary.Path);

        Assert.Equal(temporary.Child("clone/own"), folders.Data);
        Assert.Equal(codebook, folders.Codebook);
    }

    [Fact]
    public void A_given_data_folder_with_a_codebook_keeps_its_own()
    {
        temporary.Write("clone/data/codebook.yaml", "");
        var own = temporary.Write("own/codebook.yaml", "");

        var folders = Folders.Find(temporary.Child("own"), null, temporary.Child("clone"), temporary.Path);

        Assert.Equal(own, folders.Codebook);
    }
}

namespace RussiaChinaAnalysis.Web.Edit;

/// <param name="Theirs">As it is in the corpus now.</param>
/// <param name="Yours">As the person wanted it.</param>
public sealed record CollisionLine(string Label, string Theirs, string Yours)
{
    public bool Differs => Theirs != Yours;
}

using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>Whoever changes the corpus, as the change is signed.</summary>
/// <param name="Role">What the person may do here and now; a program that works in a person's name may do less than the person.</param>
public sealed record Actor(int PersonId, string Name, PersonRole Role)
{
    /// <summary>Signs what the program does by itself. No person has its number.</summary>
    public static Actor Program { get; } = new(0, "The program", PersonRole.Reader);

    /// <summary>Signs what somebody does who has not signed in. No person has its number.</summary>
    public static Actor Stranger { get; } = new(0, "Somebody not signed in", PersonRole.Reader);
}

using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Reads the words of every sentence once, and finds the cues of the lexicon among them.</summary>
internal sealed class TokenStage(Lexicon lexicon, Grammar grammar) : IExtractionStage
{
    private readonly Tokenizer tokenizer = new(lexicon, grammar);

    public void Run(ExtractionState state)
    {
        var tokens = new List<Token>(state.Text.Length / 5 + 1);
        var cues = new List<CueMatch>(state.Text.Length / 20 + 1);
        foreach (var sentence in state.Sentences)
        {
            sentence.FirstToken = tokens.Count;
            tokenizer.Tokenize(state.Text, sentence.Span, tokens);
            sentence.EndToken = tokens.Count;
            Match(tokens, sentence.FirstToken, cues);
        }

        state.Tokens = new TokenBuffer([.. tokens], [.. cues]);
    }

    private void Match(List<Token> tokens, int first, List<CueMatch> cues)
    {
        for (var start = first; start < tokens.Count;)
        {
            var found = LongestFrom(tokens, start);
            if (!found.Senses.IsEmpty)
                cues.Add(found);
            // A phrase hides the words in it: "as a result" is no "as".
            start = Math.Max(start + 1, found.EndToken);
        }
    }

    private CueMatch LongestFrom(List<Token> tokens, int start)
    {
        var found = new CueMatch(start, start, default);
        var node = 0;
        for (var i = start; i < tokens.Count && tokens[i].Word >= 0; i++)
        {
            node = lexicon.Step(node, tokens[i].Word);
            if (node == 0)
                break;
            if (!lexicon.SensesOf(node).IsEmpty)
                found = new CueMatch(start, i + 1, lexicon.SensesOf(node));
        }

        return found;
    }
}

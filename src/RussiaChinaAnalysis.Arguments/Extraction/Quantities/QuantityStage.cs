using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Reads the figures, the times and the forecasts of each passage.</summary>
internal sealed class QuantityStage(RuleCatalogue rules) : IExtractionStage
{
    // Tokens between two figures for one thing: “to”, “to between”.
    private const int LongestJoint = 2;

    private readonly Rule figure = rules["quantity.figure"];
    private readonly Rule measured = rules["quantity.measured"];
    private readonly Rule period = rules["quantity.period"];
    private readonly Rule source = rules["quantity.source"];
    private readonly Rule time = rules["time.expression"];
    private readonly Rule forecast = rules["forecast.prediction"];
    private readonly Rule horizon = rules["forecast.horizon"];

    public void Run(ExtractionState state)
    {
        var reference = YearOf(state.Document.Metadata.Published);
        var predictions = new Prediction?[state.Passages.Count];
        var buffer = new List<FigureToken>();
        for (var first = 0; first < state.Passages.Count;)
        {
            var end = first + 1;
            while (end < state.Passages.Count && state.Passages[end].Sentence == state.Passages[first].Sentence)
                end++;
            ReadSentence(state, first, end, reference, predictions, buffer);
            first = end;
        }

        Predict(state, predictions, reference);
    }

    /// <summary>Without a date of publication, the latest year that the text speaks of without predicting stands for it.</summary>
    private void Predict(ExtractionState state, Prediction?[] predictions, int? published)
    {
        var reference = published;
        for (var index = 0; published is null && index < predictions.Length; index++)
        {
            foreach (var expression in state.Passages[index].Times)
            {
                if (predictions[index] is null && (expression.LastYear ?? expression.FirstYear) is { } year && !(reference >= year))
                    reference = year;
            }
        }

        for (var index = 0; index < predictions.Length; index++)
        {
            var passage = state.Passages[index];
            if (predictions[index] is not { } prediction || ForecastReader.Resolve(prediction, passage.Times, reference) is not { } resolved)
                continue;

            passage.Forecast = resolved;
            passage.Apply(forecast, resolved.Span);
            if (resolved.Horizon is { } until)
                passage.Apply(horizon, until.Span);
        }
    }

    /// <summary>The passages <c>[first, end)</c> of one sentence: they share its source and its times.</summary>
    private void ReadSentence(ExtractionState state, int first, int end, int? reference, Prediction?[] predictions, List<FigureToken> buffer)
    {
        var sentence = state.Sentences[state.Passages[first].Sentence];
        var tokens = Tokens(state, sentence.FirstToken, sentence.EndToken, buffer);
        var named = SourceReader.Find(tokens, state.Text);
        var times = new List<TimeExpression>();
        for (var index = first; index < end; index++)
        {
            var passage = state.Passages[index];
            var own = tokens[(passage.FirstToken - sentence.FirstToken)..(passage.EndToken - sentence.FirstToken)];
            var (figures, ownTimes) = ReadFigures(own, state.Text, reference);
            times.AddRange(ownTimes);
            passage.Times = ownTimes;
            passage.Quantities = Complete(figures, own, state.Text, ownTimes.IsEmpty ? [.. times] : ownTimes, named);
            predictions[index] = ForecastReader.Find(own, state.Text);
            Explain(passage);
        }
    }

    private static (List<Figure> Figures, ImmutableArray<TimeExpression> Times) ReadFigures(ReadOnlySpan<FigureToken> tokens, string text, int? reference)
    {
        var figures = new List<Figure>();
        var times = ImmutableArray.CreateBuilder<TimeExpression>();
        var timeReader = new TimeReader(text, tokens, reference);
        var quantityReader = new QuantityReader(text, tokens);
        for (var index = 0; index < tokens.Length;)
        {
            if (tokens[index].Lexeme is null && !tokens[index].IsDigits && !IsBeforeApproximation(tokens, index, text)
                && !ApproximationReader.OpensDenied(text, tokens, index) && !MinusSign.IsAt(text, tokens, index))
            {
                index++;
            }
            else if (timeReader.At(index, out var end) is { } read)
            {
                times.Add(read);
                index = end;
            }
            else if (quantityReader.At(index) is { } quantity)
            {
                figures.Add(quantity);
                index = quantity.End;
            }
            else
            {
                index++;
            }
        }

        return (figures, times.ToImmutable());
    }

    // “More than”, “at least”, “up to” and the quotation mark of ’80s carry no meaning of their own.
    private static bool IsBeforeApproximation(ReadOnlySpan<FigureToken> tokens, int index, string text) =>
        index + 1 < tokens.Length
        && (tokens[index].Token.First is '\'' or '’' or '‘'
            || tokens[index + 1].Span.In(text) is "than" or "least" or "most" or "to");

    private static ImmutableArray<Quantity> Complete(List<Figure> figures, ReadOnlySpan<FigureToken> tokens, string text, ImmutableArray<TimeExpression> times, TextSpan? named)
    {
        var quantities = ImmutableArray.CreateBuilder<Quantity>(figures.Count);
        var reader = new MeasuredReader(tokens);
        var previousEnd = 0;
        foreach (var figure in figures)
        {
            var span = new TextSpan(tokens[figure.First].Span.Start, tokens[figure.End - 1].Span.End);
            var subject = reader.Of(figure, text);
            // “From 10 to 12 percent”: both figures measure one thing.
            if (subject is null && quantities.Count > 0 && figure.First - previousEnd is > 0 and <= LongestJoint)
                subject = quantities[^1].Measured;
            previousEnd = figure.End;
            quantities.Add(new Quantity(
                span, figure.Low, figure.High, figure.Unit, figure.Kind, figure.Approximation,
                subject, Nearest(times, span), named is { } source && source.Overlaps(span) ? null : named));
        }

        return quantities.MoveToImmutable();
    }

    private static TimeExpression? Nearest(ImmutableArray<TimeExpression> times, TextSpan span) =>
        times.MinBy(time => time.Span.Start < span.Start ? span.Start - time.Span.End : time.Span.Start - span.End);

    private void Explain(PassageDraft passage)
    {
        foreach (var quantity in passage.Quantities)
        {
            passage.Apply(figure, quantity.Span);
            if (quantity.Measured is { } subject)
                passage.Apply(measured, subject);
            if (quantity.Period is { } held)
                passage.Apply(period, held.Span);
            if (quantity.Source is { } giver)
                passage.Apply(source, giver);
        }

        foreach (var expression in passage.Times)
            passage.Apply(time, expression.Span);
    }

    private static ReadOnlySpan<FigureToken> Tokens(ExtractionState state, int first, int end, List<FigureToken> buffer)
    {
        buffer.Clear();
        for (var index = first; index < end; index++)
            buffer.Add(FigureToken.Of(state.Text, state.Tokens[index]));
        return CollectionsMarshal.AsSpan(buffer);
    }

    private static int? YearOf(string? published) =>
        published is { Length: >= 4 } && int.TryParse(published.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? year
            : null;
}

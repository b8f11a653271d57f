using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Detection;

public sealed class LanguageTests
{
    private const string English = "The city wants to sell the harbour, and it should not do so, because the rents pay for the ferries that nobody else would run in winter.";
    private const string Russian = "Город хочет продать порт. Этого делать не следует: аренда оплачивает паромы, которые больше никто не станет содержать!";
    private const string Chinese = "市政府想出售港口。这样做是错误的！谁来支付渡轮的费用？没有人愿意。";

    private static readonly ArgumentPipeline Pipeline = new ArgumentPipelineBuilder().Build();

    [Theory]
    [InlineData(English, "en")]
    [InlineData(Russian, "ru")]
    [InlineData("Місто хоче продати порт, і його мешканці проти цього, бо її не питали.", "uk")]
    [InlineData("Град жели да прода луку, а њени становници су против тога.", "sr")]
    [InlineData(Chinese, "zh")]
    [InlineData("市は港を売りたいと考えているが、それは間違いである。", "ja")]
    [InlineData("도시는 항구를 팔고 싶어한다.", "ko")]
    [InlineData("تريد المدينة بيع الميناء، وهذا خطأ.", "ar")]
    [InlineData("شهر می‌خواهد بندر را بفروشد و این کار اشتباه است، چون گروهی از مردم آنجا کار می‌کنند.", "fa")]
    [InlineData("Η πόλη θέλει να πουλήσει το λιμάνι.", "el")]
    [InlineData("Die Stadt will den Hafen verkaufen, und das ist nicht richtig, weil die Miete auch für die Fähren reicht, die sonst niemand mehr betreiben würde.", "de")]
    [InlineData("La ville veut vendre le port, et ce n’est pas une bonne idée, car les loyers paient pour les ferries que personne ne voudrait exploiter dans la région.", "fr")]
    [InlineData("La ciudad quiere vender el puerto, y no es una buena idea, porque las rentas pagan los barcos que nadie más quiere llevar por la noche.", "es")]
    [InlineData("Il comune vuole vendere il porto, e non è una buona idea, perché gli affitti pagano i traghetti che nessun altro vorrebbe gestire in inverno.", "it")]
    [InlineData("Miasto chce sprzedać port, ale nie jest to dobry pomysł, bo czynsze płacą za promy, których nikt inny nie chce już prowadzić przez zimę.", "pl")]
    [InlineData("De stad wil de haven verkopen, maar dat is niet goed, omdat de huur voor de veerboten betaalt die niemand anders in de winter zou varen.", "nl")]
    public void The_language_is_told_from_the_words(string text, string language) =>
        Assert.Equal(language, Read.Document("essay.txt", text).Metadata.Language);

    [Theory]
    [InlineData("Trade grew.")]
    [InlineData("COSCO, CNPC, Rosneft, Gazprom, Sinopec: 3.1, 4.2, 5.9")]
    public void A_few_words_are_no_evidence(string text) =>
        Assert.Null(Read.Document("essay.txt", text).Metadata.Language);

    [Fact]
    public void A_language_that_is_none_of_those_known_is_not_taken_for_English()
    {
        const string Quechua = "Runakunaqa llaqtamanta rimachkanku, punkutaqa mana rantichinankuchu kanman nispa, chayraykum warmikunapas wasinkumanta lluqsispa ñankunapi tantanakunku. ";

        Assert.Equal("und", Read.Document("essay.txt", string.Concat(Enumerable.Repeat(Quechua, 5))).Metadata.Language);
    }

    [Theory]
    [InlineData("ru", English, "en")]
    [InlineData("en-GB", English, "en-GB")]
    [InlineData("en-US", Russian, "ru")]
    [InlineData("bg", Russian, "bg")]
    [InlineData("zh-Hant", Chinese, "zh-Hant")]
    [InlineData("ru", "Ja.", "ru")]
    public void The_words_correct_what_the_file_declares(string declared, string text, string language) =>
        Assert.Equal(language, Read.Document("essay.md", $"---\nlanguage: {declared}\n---\n\n{text}\n").Metadata.Language);

    [Theory]
    [InlineData(Russian, 2)]
    [InlineData(Chinese, 4)]
    public void An_essay_without_a_lexicon_has_sentences_and_no_passages(string text, int sentences)
    {
        var structure = Pipeline.Extract(Read.Document("essay.txt", text));

        Assert.Equal(sentences, structure.Sentences.Length);
        Assert.Empty(structure.Passages);
        Assert.Single(structure.Unlabelled);
    }

    [Fact]
    public void In_a_mixed_text_only_the_other_language_stays_unlabelled()
    {
        var document = Read.Document("essay.md", $"# Ports\n\n{English}\n\n> {Russian}\n\n{English} That is why.\n");
        var structure = Pipeline.Extract(document);

        Assert.Equal("en", document.Metadata.Language);
        var quotation = Assert.Single(document.Blocks, block => block.Language is not null);
        Assert.Equal(("ru", BlockKind.Quotation), (quotation.Language, quotation.Kind));
        Assert.Equal([new UnlabelledText(quotation.Span, "ru")], structure.Unlabelled);
        Assert.DoesNotContain(structure.Passages, passage => quotation.Span.Contains(passage.Span));
        Assert.Equal(6, structure.Sentences.Length);
        Assert.Equal(structure.Sentences.OrderBy(sentence => sentence.Start), structure.Sentences);
    }

    [Fact]
    public void An_English_quotation_does_not_make_a_Russian_essay_labelled()
    {
        var structure = Pipeline.Extract(Read.Document("essay.txt", $"{Russian}\n\n{Russian} Порт наш.\n\n{English}\n"));

        Assert.Empty(structure.Passages);
        Assert.Equal(3, structure.Unlabelled.Length);
    }

    [Fact]
    public void A_heading_of_names_takes_the_language_of_the_essay() =>
        Assert.All(Read.Document("essay.md", $"# NATO, BRICS, OPEC\n\n{English}\n\n## Coup d’état\n\n{English}\n").Blocks, block => Assert.Null(block.Language));

    [Theory]
    [InlineData("ru-RU", "Russian")]
    [InlineData("zh", "Chinese")]
    [InlineData("und", "a language that was not recognised")]
    [InlineData("qqq", "qqq")]
    public void Languages_have_names(string tag, string name) => Assert.Equal(name, LanguageTag.NameOf(tag));

    [Fact]
    public void Chinese_sentences_end_at_their_own_marks()
    {
        var document = Read.Document("essay.txt", Chinese);

        Assert.Equal(
            ["市政府想出售港口。", "这样做是错误的！", "谁来支付渡轮的费用？", "没有人愿意。"],
            Pipeline.Extract(document).Sentences.Select(sentence => sentence.Of(document.Text)));
    }
}

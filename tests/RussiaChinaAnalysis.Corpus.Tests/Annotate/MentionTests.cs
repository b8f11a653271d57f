using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Annotate;

public sealed class MentionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_mentioned_finds_the_thread()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await edited.WriteAsync("Nothing for anybody");
        await edited.WriteAsync("@ben, what do you think?");

        var thread = Assert.Single(await edited.NoteList.ListAsync(NoteFilter.ForMe, edited.Ben.PersonId, null, 10, Cancellation));

        Assert.StartsWith("@ben", thread.First.Body, StringComparison.Ordinal);
        Assert.Empty(await edited.NoteList.ListAsync(NoteFilter.ForMe, edited.Ada.PersonId, null, 10, Cancellation));
    }

    [Theory]
    [InlineData("Ask @BEN.", true)]
    [InlineData("(@ben)", true)]
    [InlineData("@ben-", true)]
    [InlineData("@benjamin, what do you think?", false)]
    [InlineData("@ben.miller knows", false)]
    [InlineData("@ben-miller knows", false)]
    [InlineData("Write to ada@ben", false)]
    public async Task A_mention_is_the_whole_name_whatever_its_case(string body, bool isMention)
    {
        await using var edited = await EditedCorpus.StartAsync();
        await edited.WriteAsync(body);

        Assert.Equal(isMention, (await edited.NoteList.ListAsync(NoteFilter.ForMe, edited.Ben.PersonId, null, 10, Cancellation)).Count == 1);
    }

    [Theory]
    [InlineData("ben")]
    [InlineData("b.")]
    [InlineData("@")]
    [InlineData("@@")]
    [InlineData("b@b")]
    public void Every_short_note_is_read_as_the_rule_says(string name)
    {
        var rule = new Regex(
            $@"(?<![\p{{L}}\p{{N}}_])@{Regex.Escape(name)}(?![\p{{L}}\p{{N}}_]|[-.@+]+[\p{{L}}\p{{N}}_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        string[] pieces = ["@", ".", "b", "BEN", "é", " "];

        Assert.All(Notes(6), note => Assert.True(rule.IsMatch(note) == Mentions.IsIn(note, name), note));

        IEnumerable<string> Notes(int length) => length == 0 ? [""] : Notes(length - 1).SelectMany(note => pieces, (note, piece) => note + piece);
    }

    [Fact]
    public async Task A_mention_counts_however_deep_in_the_thread_and_only_where_it_can_be_seen()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var first = await edited.WriteAsync("Is that so?");
        var reply = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, first.Id, "It may be.", Cancellation));
        EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, reply.Id, "@ben knows.", Cancellation));
        var open = await edited.WriteAsync("For everybody");
        var hidden = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, open.Id, "Not for @ben", Cancellation));
        await using (var context = edited.Corpus.Open())
            await context.Annotations.Where(note => note.Id == hidden.Id).ExecuteUpdateAsync(set => set.SetProperty(note => note.IsPrivate, true), Cancellation);

        var thread = Assert.Single(await edited.NoteList.ListAsync(NoteFilter.ForMe, edited.Ben.PersonId, null, 10, Cancellation));

        Assert.Equal(first.Id, thread.First.Id);
    }
}

namespace SummitDigest.Web.Tests.Commands;

public sealed class ExplainTests : IDisposable
{
    private readonly CommandFolder _folder = new CommandFolder()
        .WithSpeech("first", "The river runs past the meadow and the other river. ^p1\n\nThe bridges are old, the bridges of this town. ^p2\n\nMeadows. ^p3", "date: 2024-05-02\nthemes: { p3: meadows }")
        .WithSpeech("second", "A river. ^p1", "date: 2024-05-01");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_passages_are_explained_and_what_the_lexicon_does_not_reach()
    {
        var result = await _folder.RunAsync("check", "--explain");
        result.ExitCode.Should().Be(0);
        result.Lines.Take(5).Should().Equal(
            "passage\ttheme\tscore\trunner-up\tmargin\tterms\tfirst words",
            "first/p1\trivers (uncertain)\t3.0\tmeadows 3.0\t0%\t+3 river, +3 meadow (meadows)\tThe river runs past the meadow and the …",
            "first/p2\tnone\tmeadows 2.0\t\t100%\t\tThe bridges are old, the bridges of this …",
            "first/p3\tmeadows (by the editor)\t3.0\t\t100%\t+3 Meadows\tMeadows.",
            "second/p1\trivers\t3.0\t\t100%\t+3 river\tA river.");
        result.Output.Should().Contain("Passages that no theme explains: 1 of 4\n  first/p2: The bridges are old")
            .And.Contain("\nFrequent words that no lexicon knows\n").And.Contain("\nrivers (en), 0 of 1:");
    }

    [Theory]
    [InlineData("first/p1")]
    [InlineData("first#p1")]
    public async Task One_passage_is_explained_in_full(string address)
    {
        var result = await _folder.RunAsync("check", "--explain", address);
        result.Lines.Skip(1).Should().Equal(
            "p1\trivers (uncertain)\t3.0\tmeadows 3.0\t0%\t+3 river, +3 meadow (meadows)\tThe river runs past the meadow and the …",
            "The river runs past the meadow and the other river.",
            "Rivers comes first, but Meadows is close. Not certain.",
            "Scores: Rivers 3.0, Meadows 3.0.");
    }

    [Fact]
    public async Task One_speech_is_a_table_of_its_own() =>
        (await _folder.RunAsync("check", "--explain=first")).Lines.Select(line => line.Split('\t')[0]).Should().Equal("passage", "p1", "p2", "p3");

    [Fact]
    public async Task First_words_end_with_a_whole_character()
    {
        _folder.WithSpeech("third", new string('x', 39) + "😀😀 ^p1", "date: 2024-05-03");
        (await _folder.RunAsync("check", "--explain=third")).Lines[1].Should().EndWith($"\t{new string('x', 39)} …");
    }

    [Theory]
    [InlineData("frist", "No speech is called \"frist\". Did you mean \"first\"?")]
    [InlineData("first/p9", "The speech \"first\" has no passage or section \"p9\".")]
    [InlineData("a/b/c", "\"a/b/c\" is no address of a speech or passage.")]
    public async Task What_is_not_there_is_said(string address, string sentence)
    {
        var result = await _folder.RunAsync("check", "--explain", address);
        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith(sentence);
    }

    [Fact]
    public async Task A_passage_that_could_have_another_theme_is_a_hint()
    {
        var result = await _folder.Published().RunAsync("check");
        result.ExitCode.Should().Be(0);
        result.Lines.Should().ContainSingle().Which.Should().StartWith("content/speeches/first.md:10:1 theme-uncertain Passage p1 is \"rivers\"");
    }
}

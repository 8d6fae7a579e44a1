using SummitDigest.Content.Theming;

namespace SummitDigest.Content.Tests.Theming;

/// <summary>The rules of theming, each on a passage made for it.</summary>
public sealed class ThemeScorerTests
{
    private const string Themes = """
        occasion:
          en:
            4: [opening ceremony]
        themes:
          meadows:
            title: Meadows
            colour: green
            definition: x
            terms:
              en: { 5: [sward*], 4: [meadow*], 3: [grass], 1: [green], 0: [grass roots], -2: [concrete] }
              zh: { 4: [草地] }
          rivers:
            title: Rivers
            colour: blue
            definition: x
            terms:
              en: { 5: [river bank*], 4: [river*], 3: [water*], 1: [green] }
          hills:
            title: Hills
            colour: brown
            definition: x
            terms:
              en: { 4: [hill*], 3: [bank*] }
        """;

    [Theory]
    [InlineData("The river is long.", "rivers", DecisionReason.Lead)]
    [InlineData("The Rivers’ source.", "rivers", DecisionReason.Lead)]
    [InlineData("Nothing is said.", null, DecisionReason.TooLittle)]
    [InlineData("It is green.", null, DecisionReason.TooLittle)]
    [InlineData("A river, bank and all.", "rivers", DecisionReason.NarrowLead)]
    [InlineData("The river bank is steep.", "rivers", DecisionReason.Lead)]
    [InlineData("The grass roots decide.", null, DecisionReason.TooLittle)]
    [InlineData("Grass on concrete is still grass.", null, DecisionReason.TooLittle)]
    [InlineData("At the opening ceremony he spoke of water.", null, DecisionReason.Occasion)]
    [InlineData("Meadows, rivers and hills were the three tracks.", null, DecisionReason.Overview)]
    [InlineData("Meadows and rivers belong together.", "meadows", DecisionReason.NarrowLead)]
    [InlineData("RIVERS AND WATER", null, DecisionReason.Label)]
    public void A_passage_is_decided_by_the_rules(string text, string? theme, DecisionReason reason)
    {
        var decision = Decide(text).Single();
        (decision.Theme?.Value, decision.Reason).Should().Be((theme, reason));
        decision.Certain.Should().Be(reason != DecisionReason.NarrowLead);
    }

    [Fact]
    public void A_neighbour_breaks_a_near_tie()
    {
        var decisions = Decide("Meadows and rivers belong together.", "The river has water.");
        (decisions[0].Theme?.Value, decisions[0].Reason, decisions[0].Certain).Should().Be(("rivers", DecisionReason.Neighbours, false));
        decisions[0].Scores[0].Should().Be(new ThemeScore(ContentId.TryCreate("rivers"), Own: 4, Lent: 2));
        decisions[0].Secondary.Select(theme => theme.Value).Should().Equal("meadows");
    }

    [Fact]
    public void A_neighbour_that_agrees_leaves_a_near_tie_uncertain()
    {
        var decision = Decide("Meadows and rivers belong together.", "The meadow has grass.")[0];
        (decision.Theme?.Value, decision.Reason, decision.Certain).Should().Be(("meadows", DecisionReason.Neighbours, false));
    }

    [Fact]
    public void A_passage_that_decides_by_itself_asks_no_neighbour() =>
        Decide("The river has water.", "The hill is high.", "The river bank is steep.")[1].Theme!.Value.Should().Be("hills");

    [Fact]
    public void Between_two_passages_of_one_theme_a_speech_stays_with_it()
    {
        var decisions = Decide("The river has water.", "It is as it is.", "The river bank is steep.");
        (decisions[1].Theme?.Value, decisions[1].Reason, decisions[1].Certain).Should().Be(("rivers", DecisionReason.Neighbours, false));
        decisions[1].Evidence.Should().BeEmpty();
    }

    [Theory]
    [InlineData("The river has water.", "It is as it is.", "Nothing else.")]
    [InlineData("The river has water.", "It is as it is.", "The sward is a meadow.")]
    [InlineData("The river has water.", "It is as it is.", "Rivers and meadows belong together.")]
    public void One_neighbour_or_two_that_disagree_or_are_not_certain_decide_nothing(string before, string text, string after) =>
        Decide(before, text, after)[1].Theme.Should().BeNull();

    [Fact]
    public void A_phrase_takes_its_words_away_from_shorter_terms() =>
        Decide("The river bank is steep.").Single().Evidence.Should().ContainSingle()
            .Which.Should().Be(new Evidence(ContentId.TryCreate("rivers"), "river bank*", "river bank", 5, 4));

    [Fact]
    public void A_term_counts_once_however_often_it_stands_there() =>
        Decide("Water, water everywhere, and hills.").Single().Scores.Select(score => score.Score).Should().Equal(4, 3);

    [Fact]
    public void One_word_can_speak_for_two_themes() =>
        Decide("All is green here.").Single().Evidence.Select(item => item.Theme!.Value).Should().Equal("meadows", "rivers");

    [Fact]
    public void A_long_passage_needs_more()
    {
        // 320 words are four times the usual eighty: the score is halved.
        var text = "Water " + string.Concat(Enumerable.Repeat("and so on it goes ", 63)) + "to the very end.";
        Decide(text).Single().Scores.Should().ContainSingle().Which.Score.Should().BeApproximately(1.5, 0.01);
    }

    [Fact]
    public void Themes_that_were_not_chosen_but_reach_the_threshold_are_secondary()
    {
        var decision = Decide("The river bank and the water of the river lie between hills.").Single();
        decision.Theme!.Value.Should().Be("rivers");
        decision.Secondary.Select(theme => theme.Value).Should().Equal("hills");
        decision.Scores.Select(score => score.Theme!.Value).Should().Equal("rivers", "hills");
    }

    [Fact]
    public void A_language_has_its_own_terms()
    {
        DecideIn("zh-Hans", "这片草地很大，很美，也很绿。").Single().Theme!.Value.Should().Be("meadows");
        DecideIn("en-GB", "The meadow is wide.").Single().Theme!.Value.Should().Be("meadows");
        DecideIn("zh", "The meadow is wide.").Single().Theme.Should().BeNull();
    }

    [Fact]
    public void The_same_passages_are_decided_alike_in_every_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("tr-TR");
            Decide("HILLS in SIGHT.").Single().Theme!.Value.Should().Be("hills");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static IReadOnlyList<ThemeDecision> Decide(params string[] texts) => DecideIn("en", texts);

    private static IReadOnlyList<ThemeDecision> DecideIn(string language, params string[] texts)
    {
        using var folder = new ContentFolder(Themes);
        var file = ContentFolder.FrontMatter.Replace("source:", $"language: {language}\nsource:") + string.Join("\n\n", texts);
        return [.. folder.With("speech", file).Read().FindSpeech("speech")!.Passages.Select(passage => passage.Theming)];
    }
}

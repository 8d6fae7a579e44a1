using SummitDigest.Content.Theming.Review;

namespace SummitDigest.Content.Tests.Theming.Review;

/// <summary>What the lexicon does not reach, and what of it reaches nothing.</summary>
public sealed class CoverageTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    [Fact]
    public void Passages_with_no_term_or_too_few_are_unexplained()
    {
        var front = ContentFolder.FrontMatter.Replace("source:", "themes: { p5: none }\nsource:");
        _folder.With("speech", front + """
            The river rises.

            Nothing is said.

            A LABEL

            He spoke of water at the opening ceremony of meadow and grass.

            Nothing is said by the editor's choice.
            """);
        var coverage = Coverage.Of(_folder.Read());
        coverage.Passages.Should().Be(5);
        coverage.Unexplained.Select(passage => passage.Passage.Id.Value).Should().Equal("p2");
    }

    [Fact]
    public void Terms_that_stand_nowhere_are_listed_by_language_and_theme_with_their_lines()
    {
        var silent = Coverage.Of(Read("The river rises.", "Grass, and more meadows.")).Silent;
        silent.Select(terms => (terms.Language, terms.Theme?.Id.Value, terms.Total, string.Join(", ", terms.Terms.Select(term => term.Text))))
            .Should().Equal(("en", "meadows", 2, ""), ("en", "rivers", 2, "water"), ("en", null, 1, "opening ceremony"));
        silent[1].Terms[0].Should().Be(new SilentTerm("water", 3, Line: 18));
    }

    [Fact]
    public void A_term_that_hides_others_stands_somewhere_and_one_that_is_always_hidden_nowhere()
    {
        using var folder = new ContentFolder(ContentFolder.Themes.Replace("3: [river*, water]", "3: [river*]\n        0: [river of tears]"));
        Coverage.Of(folder.With("speech", ContentFolder.FrontMatter + "A river of tears.").Read()).Silent[1].Terms.Select(term => term.Text).Should().Equal("river*");
    }

    [Fact]
    public void Terms_of_languages_without_speeches_are_not_listed()
    {
        using var folder = new ContentFolder(ContentFolder.Themes + "\n      fr:\n        3: [fleuve*]");
        Coverage.Of(folder.With("speech", ContentFolder.FrontMatter + "The river rises.").Read()).Silent.Should().OnlyContain(terms => terms.Language == "en");
    }

    [Fact]
    public void Words_are_ranked_by_the_unexplained_passages_that_repeat_them()
    {
        var unknown = Coverage.Of(Read(
            "Fish and more fish, said the minister.", "The minister wants Fish.", "The river has fish, and a minister.", "A minister spoke again.")).Unknown;
        unknown.Select(word => (word.Text, word.Passages, word.Unexplained, word.Repeated, word.Example.Passage.Value))
            .Should().Equal(("fish", 3, 2, 1, "p1"), ("minister", 4, 3, 0, "p1"));
    }

    [Fact]
    public void Function_words_numbers_and_rare_words_are_no_news() =>
        Coverage.Of(Read("It is 2024, and we are here.", "It is 2024, and we are there.", "It is 2024, and we are rare.", "Rare.")).Unknown.Should().BeEmpty();

    [Fact]
    public void A_word_in_any_term_of_its_language_is_known() =>
        Coverage.Of(Read("The ceremony was opening.", "Another ceremony, a riverbed.", "This ceremony.", "Riverbeds and riverbanks.")).Unknown.Should().BeEmpty();

    [Fact]
    public void Frequent_words_of_French_keep_their_accents()
    {
        using var folder = new ContentFolder(ContentFolder.Themes + "\n      fr:\n        3: [fleuve*]");
        var front = ContentFolder.FrontMatter.Replace("source:", "language: fr-CH\nsource:");
        Coverage.Of(folder.With("speech", front + "Pêche, dit-il.\n\nUne pêche côtière.\n\nC’est la Pêche.").Read()).Unknown
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { Text = "pêche", Language = "fr", Passages = 3, Unexplained = 3 });
    }

    [Fact]
    public void Of_Chinese_two_characters_side_by_side_are_a_word()
    {
        using var folder = new ContentFolder(ContentFolder.Themes + "\n      zh:\n        3: [港口建设]");
        var front = ContentFolder.FrontMatter.Replace("source:", "language: zh-Hans\nsource:");
        var unknown = Coverage.Of(folder.With("speech", front + "渔业和港口。\n\n港口的渔业，渔业！\n\n港口在渔、业。\n\n也有渔业。").Read()).Unknown;
        unknown.Select(word => (word.Text, word.Passages, word.Repeated)).Should().Equal(("渔业", 3, 1));
    }

    [Fact]
    public void Words_of_a_language_without_terms_are_not_counted_but_its_passages_are_unexplained()
    {
        var front = ContentFolder.FrontMatter.Replace("source:", "language: sw\nsource:");
        var coverage = Coverage.Of(_folder.With("speech", front + "Maji ni uhai.\n\nMaji tena.\n\nMaji sana.").Read());
        coverage.Unexplained.Should().HaveCount(3);
        coverage.Silent.Should().BeEmpty();
        coverage.Unknown.Should().BeEmpty();
    }

    [Fact]
    public void Without_speeches_or_themes_there_is_nothing_to_report()
    {
        var empty = Coverage.Of(_folder.Read());
        (empty.Passages, empty.Unexplained.Length, empty.Silent.Length, empty.Unknown.Length).Should().Be((0, 0, 0, 0));
        using var themeless = new ContentFolder(themes: null);
        var coverage = Coverage.Of(themeless.With("speech", ContentFolder.FrontMatter + "Fish.\n\nFish.\n\nFish.").Read());
        (coverage.Passages, coverage.Silent.Length, coverage.Unknown.Length).Should().Be((3, 0, 0));
    }

    [Fact]
    public void Words_that_stand_alike_come_in_alphabetical_order()
    {
        string[] passages = ["Fish, boats and nets.", "Nets, boats and fish.", "Boats, nets and fish."];
        Coverage.Of(Read(passages)).Unknown.Select(word => word.Text).Should().Equal("boats", "fish", "nets");
    }

    public void Dispose() => _folder.Dispose();

    private Library Read(params string[] passages) => _folder.With("speech", ContentFolder.FrontMatter + string.Join("\n\n", passages)).Read();
}

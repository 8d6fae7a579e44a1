using System.Collections.Immutable;
using SummitDigest.Content.Reading;
using SummitDigest.Content.Theming;
using SummitDigest.Content.Theming.Review;

namespace SummitDigest.Content.Tests.Theming.Review;

/// <summary>What a change of themes.yml moves.</summary>
public sealed class ThemeChangesTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    [Fact]
    public void Passages_that_get_another_theme_are_named_with_both()
    {
        var library = Library("The river rises.\n\nThe meadow is green.\n\nNothing is said.\n\nThe meadow has a river.");
        var changes = ThemeChanges.Between(Before("3: [river*, water]", "4: [meadow*, river*, nothing]"), library.Theming, library, []);
        changes.Passages.Select(moved => (moved.Speech.Slug.Value, moved.Passage.Id.Value, moved.From?.Value, moved.To?.Value))
            .Should().Equal(("speech", "p2", "rivers", "meadows"), ("speech", "p3", "rivers", null), ("speech", "p4", "rivers", "meadows"));
    }

    [Fact]
    public void An_editors_choice_is_not_moved()
    {
        var library = Library("The river rises.", "themes: { p1: meadows }\nsource:");
        ThemeChanges.Between(Before("river*, ", ""), library.Theming, library, []).Passages.Should().BeEmpty();
    }

    [Fact]
    public void Labelled_blocks_are_moved_too_for_better_or_worse()
    {
        var library = Library("Nothing is said.");
        var report = new LabelledReport("r.txt", "en", ["The river rises.", "The meadow is green."], [.. ((string[])["rivers", "meadows"]).Select((theme, i) => new LabelledBlock(i, ContentId.TryCreate(theme), []))]);
        var moved = ThemeChanges.Between(Before("3: [river*, water]", "3: [meadow*]"), library.Theming, library, [report]).Blocks;
        moved.Select(block => (block.Before.Decision.Theme?.Value, block.Before.IsRight, block.After.Decision.Theme?.Value, block.After.IsRight))
            .Should().Equal((null, false, "rivers", true));
    }

    [Fact]
    public void The_same_lexicon_moves_nothing()
    {
        var library = Library("The river rises.\n\nMeadows and rivers.");
        ThemeChanges.Between(Before("", ""), library.Theming, library, []).Passages.Should().BeEmpty();
    }

    [Fact]
    public void A_broken_file_to_compare_with_is_a_problem()
    {
        ThemesFile.Read(Path.Combine(_folder.Path, "old.yml"), new()).Problems.Single().Code.Should().Be("file-missing");
        var (theming, problems) = Read(ContentFolder.Themes.Replace("colour: blue", "colour: bleu"));
        theming.Should().BeNull();
        problems.Single().Code.Should().Be("colour-unknown");
    }

    public void Dispose() => _folder.Dispose();

    private Library Library(string text, string source = "source:") => _folder.With("speech", ContentFolder.FrontMatter.Replace("source:", source) + text).Read();

    private ThemeScorer Before(string now, string before) => Read(now.Length == 0 ? ContentFolder.Themes : ContentFolder.Themes.Replace(now, before)).Theming!;

    private (ThemeScorer? Theming, ImmutableArray<Problems.Problem> Problems) Read(string yaml)
    {
        var path = Path.Combine(_folder.Path, "before.yml");
        File.WriteAllText(path, yaml);
        return ThemesFile.Read(path, new());
    }
}

namespace SummitDigest.Content.Tests.Permalinks;

public sealed class ThemeLinksTests : IDisposable
{
    private const string Published = "theme meadows\ntheme rivers\nspeech now Title\nsection overview p1\npassage p1\n";

    private readonly ContentFolder _folder = new ContentFolder().With("now", ContentFolder.FrontMatter + "Good day. ^p1");

    [Fact]
    public void A_theme_under_a_new_id_is_found_under_the_old_one()
    {
        var library = Read(Published, Renamed("aliases: [rivers, brooks]"));
        library.FindTheme("rivers").Should().BeNull();
        library.FindFormerTheme("rivers").Should().Be(library.FindTheme("streams")).And.NotBeNull();
        library.FindFormerTheme("brooks").Should().Be(library.FindTheme("streams"));
        library.FindFormerTheme("streams").Should().BeNull();
        library.Problems.Should().ContainSingle().Which.ToString().Should().Be(
            """content/permalinks.txt:2:1 permalink-unlisted The theme "streams" is not in this list yet, so nothing would be said if links to it broke. Run check --fix before you publish: it writes ids into files and their lines into this one.""");
    }

    [Fact]
    public void A_theme_that_is_not_here_any_more_is_reported() =>
        Read(Published + "theme streams\n", Renamed()).Problems.Select(problem => problem.ToString()).Should().Equal(
            """content/permalinks.txt:2:1 permalink-lost The theme "rivers" was published, and is not here any more. If another one took its place, write "aliases: [rivers]" into that in themes.yml; if the theme was taken out on purpose, write "withdrawn" in front of this line.""");

    [Fact]
    public void A_theme_that_was_withdrawn_is_gone_without_a_word_and_with_one_when_it_is_back()
    {
        const string withdrawn = "theme meadows\nwithdrawn theme rivers\ntheme streams\n";
        Read(withdrawn, Renamed()).Problems.Should().BeEmpty();
        Read(withdrawn.Replace("theme streams\n", ""), ContentFolder.Themes).Problems.Select(problem => problem.ToString()).Should().Equal(
            """content/permalinks.txt:2:1 permalink-back The theme "rivers" is withdrawn by this line and here all the same, so nothing would be said if links to it broke. If it is what was published, remove "withdrawn" in front of the line; if it is something else, give it another id.""");
    }

    [Fact]
    public void Themes_are_not_asked_for_where_none_is_written_down_or_their_file_is_faulty()
    {
        Read(Published.Replace("theme meadows\ntheme rivers\n", ""), ContentFolder.Themes).Problems.Should().BeEmpty();
        Read(Published, "themes: [").Problems.Should().OnlyContain(problem => problem.File == "content/themes.yml");
    }

    [Theory]
    [InlineData("aliases: [meadows]", "alias-taken The alias \"meadows\" is the id of a theme, or is given twice.")]
    [InlineData("aliases: [streams]", "alias-taken The alias \"streams\" is the id of a theme, or is given twice.")]
    [InlineData("aliases: [a, a]", "alias-taken The alias \"a\" is the id of a theme, or is given twice.")]
    [InlineData("aliases: [A b]", "id-invalid \"A b\" cannot be an id.")]
    public void An_alias_leads_to_one_theme(string aliases, string problem) =>
        Read(Published, Renamed(aliases)).Problems.Select(found => found.ToString()).Should().ContainSingle().Which.Should().StartWith($"content/themes.yml:").And.Contain(problem);

    [Fact]
    public void Links_to_a_former_id_are_no_mistake()
    {
        _folder.With("now", ContentFolder.FrontMatter + "See [here](/themes/rivers). ^p1");
        Read(Published + "theme streams\n", Renamed("aliases: [rivers]")).Problems.Should().BeEmpty();
    }

    [Fact]
    public void An_editors_choice_may_name_a_former_id()
    {
        _folder.With("now", ContentFolder.FrontMatter.Replace("source:", "themes: { p1: rivers }\nsource:") + "Good day. ^p1");
        Read(Published + "theme streams\n", Renamed("aliases: [rivers]")).Speeches[0].Passages.Single().Theming.Theme!.Value.Should().Be("streams");
    }

    [Fact]
    public void Fixing_adds_what_is_missing_behind_the_others()
    {
        _folder.Fix();
        _folder.Ledger.Should().EndWith("\ntheme meadows\ntheme rivers\n\nspeech now Opening of the river conference\nsection overview p1\npassage p1\n");
        Read(_folder.Ledger, Renamed("aliases: [rivers]"));
        _folder.Fix();
        _folder.Ledger.Should().Contain("\ntheme meadows\ntheme rivers\ntheme streams\n\nspeech now");
    }

    public void Dispose() => _folder.Dispose();

    private Library Read(string ledger, string themes)
    {
        _folder.Ledger = ledger;
        File.WriteAllText(Path.Combine(_folder.Path, "themes.yml"), themes);
        return _folder.Read();
    }

    private static string Renamed(string? more = null) => ContentFolder.Themes.Replace("  rivers:\n    title: Rivers\n", $"  streams:\n    title: Rivers\n    {more}\n");
}

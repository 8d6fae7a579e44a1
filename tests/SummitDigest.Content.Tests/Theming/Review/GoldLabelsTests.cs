using System.Text;
using SummitDigest.Content.Reading;
using SummitDigest.Content.Theming.Review;

namespace SummitDigest.Content.Tests.Theming.Review;

/// <summary>Labels files, good and broken, and what is measured with them.</summary>
public sealed class GoldLabelsTests : IDisposable
{
    private const string Report = """
        River summit opens

        The river rises
        and rises.

        He spoke of
        - meadows
        - grass.

        Nothing is said.
        """;

    private readonly ContentFolder _folder = new();

    [Fact]
    public void A_report_is_cut_at_empty_lines_and_its_title_is_no_block()
    {
        var labels = Read("""{"r.txt":{"hasTitle":true,"metadata":{"place":null},"blocks":[{"i":0,"primary":"rivers"},{"i":2,"primary":"none","secondary":["meadows"]}]}}""");
        labels.Problems.Should().BeEmpty();
        var report = labels.Reports.Should().ContainSingle().Which;
        report.Texts.Should().Equal("The river rises and rises.", "He spoke of\n- meadows\n- grass.", "Nothing is said.");
        report.Blocks.Select(block => (block.Index, block.Theme?.Value, string.Join(' ', block.Secondary))).Should().Equal((0, "rivers", ""), (2, null, "meadows"));
    }

    [Fact]
    public void Labels_may_be_spread_over_lines_and_escaped_as_JSON_is() =>
        Read("{\r\n  \"r\\u002etxt\": {\r\n    \"language\": \"en\",\r\n    \"blocks\": [\r\n      { \"i\": 1, \"primary\": \"rivers\" }\r\n    ]\r\n  }\r\n}\r\n")
            .Reports.Single().Blocks.Single().Theme!.Value.Should().Be("rivers");

    [Fact]
    public void A_speech_of_the_library_is_a_report_too()
    {
        _folder.With("speech", ContentFolder.FrontMatter + "The river rises. ^p7\n\nNothing is said.");
        var report = Read("""{"content/speeches/speech.md":{"blocks":[{"i":0,"primary":"rivers"}]}}""").Reports.Single();
        report.Texts.Should().Equal("The river rises.", "Nothing is said.");
        report.Language.Should().Be("en");
    }

    [Theory]
    [InlineData("{\"r.txt\":", "labels.json:1:1 yaml-invalid")]
    [InlineData("[]", "labels.json:1:1 yaml-invalid")]
    [InlineData("{}", "labels.json:1:1 labels-missing")]
    [InlineData("", "labels.json:1:1 labels-missing")]
    [InlineData("{\"r.txt\":[]}", "labels.json:1:10 field-type \"r.txt\" has no labels. Write \"blocks\" and a list of labels.")]
    [InlineData("{\"r.txt\":{}}", "labels.json:1:10 field-missing \"blocks\" is missing or no list. Write \"blocks\" and a list of labels.")]
    [InlineData("{\"r.txt\":{\"hasTitle\":\"yes\",\"blocks\":[]}}", "labels.json:1:22 field-type \"hasTitle\" is true or false.")]
    [InlineData("{\"s.txt\":{\"blocks\":[]}}", "labels.json:1:2 report-missing There is no file \"s.txt\" beside the labels.")]
    [InlineData("{\"s.md\":{\"blocks\":[]}}", "labels.json:1:2 report-missing No speech is called \"s\".")]
    [InlineData("{\"r.txt\":{\"blocks\":[\n{\"i\":4,\"primary\":\"none\"}]}}", "labels.json:2:6 block-unknown \"r.txt\" has no block \"4\". It has 4, counted from 0")]
    [InlineData("{\"r.txt\":{\"blocks\":[{\"i\":-1,\"primary\":\"none\"}]}}", "labels.json:1:26 block-unknown")]
    [InlineData("{\"r.txt\":{\"blocks\":[{\"i\":99999999999,\"primary\":\"none\"}]}}", "labels.json:1:26 block-unknown")]
    [InlineData("{\"r.txt\":{\"blocks\":[{\"i\":0,\"primary\":\"none\"},{\"i\":0,\"primary\":\"rivers\"}]}}", "labels.json:1:46 block-duplicate")]
    [InlineData("{\"r.txt\":{\"blocks\":[{\"i\":0}]}}", "labels.json:1:21 field-missing \"primary\"")]
    [InlineData("{\"r.txt\":{\"blocks\":[0]}}", "labels.json:1:21 field-type")]
    [InlineData("{\"r.txt\":{\"blocks\":[{\"i\":0,\"primary\":\"river\"}]}}", "labels.json:1:38 theme-unknown No theme is called \"river\". Did you mean \"rivers\"?")]
    [InlineData("{\"r.txt\":{\"blocks\":[{\"i\":0,\"primary\":\"none\",\"secondary\":[\"nonne\"]}]}}", "labels.json:1:58 theme-unknown No theme is called \"nonne\". Did you mean \"none\"?")]
    public void A_fault_is_a_problem_with_its_place_and_what_to_write(string json, string problem) =>
        Read(json).Problems.Should().ContainSingle().Which.ToString().Should().Contain(problem);

    [Fact]
    public void A_faulty_label_is_left_out_alone() =>
        Read("""{"r.txt":{"blocks":[{"i":0,"primary":"river"},{"i":1,"primary":"rivers"}]}}""").Reports.Single().Blocks.Should().ContainSingle();

    [Fact]
    public void A_file_that_is_missing_too_large_or_no_text_is_a_problem()
    {
        var library = _folder.Read();
        GoldLabels.Read(Path.Combine(_folder.Path, "none.json"), library, new()).Problems.Single().Code.Should().Be("file-missing");
        GoldLabels.Read(_folder.Path, library, new()).Problems.Single().Code.Should().Be("file-missing");
        Read("""{"r.txt":{"blocks":[]}}""", new() { FileBytes = 10 }).Problems.Single().Code.Should().Be("file-too-large");
        Read("""{"r.txt":{"blocks":[]}}""", new() { FileBytes = 30 }).Problems.Single().ToString().Should().Contain("r.txt:1:1 file-too-large");
        Read("""{"r.txt":{"blocks":[]}}""", report: "\0"u8.ToArray()).Problems.Single().ToString().Should().Contain("r.txt:1:1 file-not-text");
    }

    [Fact]
    public void However_the_file_is_cut_off_it_gives_problems_and_no_exception()
    {
        const string Json = """{"r.txt":{"hasTitle":false,"language":"en","blocks":[{"i":0,"primary":"none","secondary":["rivers"]}]}}""";
        for (var length = 1; length < Json.Length; length++)
            Read(Json[..length]).Problems.Should().NotBeEmpty($"{Json[..length]} is no labels file");
    }

    [Fact]
    public void Precision_recall_and_F1_are_counted_per_theme()
    {
        var labels = Read("""
            {"r.txt":{"hasTitle":true,"blocks":[{"i":0,"primary":"rivers"},{"i":1,"primary":"none","secondary":["meadows"]},{"i":2,"primary":"meadows"}]}}
            """);
        var figures = ThemingFigures.Of(labels.Reports, _folder.Read().Theming);
        figures.Themes.Select(theme => (theme.Theme?.Value, theme.Support, theme.Given, theme.Right)).Should().Equal(("meadows", 1, 1, 0), ("rivers", 1, 1, 1), (null, 1, 1, 0));
        figures.Themes.Select(theme => (theme.Precision, theme.Recall, theme.F1)).Should().Equal((0, 0, 0), (1, 1, 1), (0, 0, 0));
        figures.MacroF1.Should().Be(0.5);
        figures.Accuracy.Should().BeApproximately(1 / 3.0, 1e-9);
        figures.LenientAccuracy.Should().BeApproximately(2 / 3.0, 1e-9);
        figures.Misses.Select(miss => (miss.Block.Index, miss.Decision.Theme?.Value)).Should().Equal((1, "meadows"), (2, null));
    }

    [Fact]
    public void F1_is_the_harmonic_mean_of_precision_and_recall()
    {
        var figures = new ThemeFigures(null, Support: 10, Given: 4, Right: 3);
        (figures.Precision, figures.Recall).Should().Be((0.75, 0.3));
        figures.F1.Should().BeApproximately(2 * 0.75 * 0.3 / (0.75 + 0.3), 1e-9);
    }

    [Fact]
    public void Without_labels_every_figure_is_nought()
    {
        var figures = ThemingFigures.Of([], _folder.Read().Theming);
        (figures.MacroF1, figures.Accuracy, figures.LenientAccuracy).Should().Be((0, 0, 0));
        figures.Themes.Should().HaveCount(3).And.OnlyContain(theme => theme.F1 == 0);
    }

    public void Dispose() => _folder.Dispose();

    private GoldLabels Read(string json, ContentLimits? limits = null, byte[]? report = null)
    {
        var library = _folder.Read();
        File.WriteAllBytes(Path.Combine(_folder.Path, "r.txt"), report ?? Encoding.UTF8.GetBytes(Report));
        var path = Path.Combine(_folder.Path, "labels.json");
        File.WriteAllText(path, json);
        return GoldLabels.Read(path, library, limits ?? new());
    }
}

using SummitDigest.Content.Theming.Review;

namespace SummitDigest.Content.Tests.Reading;

/// <summary>What content/README.md teaches is so.</summary>
public sealed class EditorsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Content, "README.md"));

    [Fact]
    public void Its_example_of_a_speech_is_read_without_a_problem()
    {
        using var folder = new ContentFolder(File.ReadAllText(Path.Combine(Repository.Content, "themes.yml")));
        var library = folder.With("river-conference-2024", Block("markdown")).Read();
        library.Problems.Should().BeEmpty();
        library.FindSpeech("river-conference-2024")!.Passages.Select(passage => (passage.Id.Value, passage.Theming.Theme?.Value))
            .Should().Equal(("p1", null), ("p2", "development"), ("p3", "security"));
    }

    [Fact]
    public void Its_example_of_themes_is_read_without_a_problem()
    {
        using var folder = new ContentFolder(Block("yaml"));
        var library = folder.Read();
        library.Problems.Should().BeEmpty();
        library.Themes.Select(theme => theme.Id.Value).Should().Equal("rivers");
    }

    [Fact]
    public void Its_example_of_labels_is_read_without_a_problem()
    {
        using var folder = new ContentFolder(File.ReadAllText(Path.Combine(Repository.Content, "themes.yml")));
        var labels = Path.Combine(folder.Path, "labels.json");
        File.WriteAllText(labels, Block("json"));
        File.WriteAllText(Path.Combine(folder.Path, "report.txt"), "Title\n\nOne.\n\nTwo.");
        var gold = GoldLabels.Read(labels, folder.Read(), new());
        gold.Problems.Should().BeEmpty();
        gold.Reports.Single().Blocks.Should().HaveCount(2);
    }

    private static string Block(string language)
    {
        var start = Page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Page[start..Page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}

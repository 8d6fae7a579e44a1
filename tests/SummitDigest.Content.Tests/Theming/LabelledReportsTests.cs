using SummitDigest.Content.Reading;
using SummitDigest.Content.Theming.Review;
using Xunit.Abstractions;

namespace SummitDigest.Content.Tests.Theming;

/// <summary>The bundled lexicon against reports that readers have labelled.</summary>
public sealed class LabelledReportsTests(ITestOutputHelper output)
{
    private static readonly string Labels = Path.Combine(Repository.Root, "tests", "SummitDigest.Content.Tests", "Theming", "Reports", "labels.json");

    [Fact]
    public void The_four_themes_are_found_in_labelled_reports()
    {
        var library = new LibraryReader(new()).Read(Repository.Content);
        var labels = GoldLabels.Read(Labels, library, new());
        labels.Problems.Should().BeEmpty();
        var figures = ThemingFigures.Of(labels.Reports, library.Theming);
        foreach (var theme in figures.Themes)
            output.WriteLine(FormattableString.Invariant($"{theme.Theme?.Value ?? "none",-15} precision {theme.Precision:0.00} recall {theme.Recall:0.00} F1 {theme.F1:0.00} of {theme.Support} blocks"));
        output.WriteLine(FormattableString.Invariant($"macro-F1 of the four themes {figures.MacroF1:0.000}"));
        foreach (var miss in figures.Misses)
            output.WriteLine($"{miss.Report.Name} block {miss.Block.Index}: {miss.Block.Theme?.Value ?? "none"}, got {miss.Decision.Theme?.Value ?? "none"}");
        figures.MacroF1.Should().BeGreaterThanOrEqualTo(0.90);
        figures.Themes[^1].Precision.Should().BeGreaterThanOrEqualTo(0.90);
    }
}

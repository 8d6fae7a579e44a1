using Xunit.Abstractions;

namespace SummitDigest.Content.Tests.Theming;

/// <summary>The bundled lexicon against reports that readers have labelled.</summary>
public sealed class LabelledReportsTests(ITestOutputHelper output)
{
    [Fact]
    public void The_four_themes_are_found_in_labelled_reports()
    {
        var themed = LabelledReport.ReadAll("labels.json").SelectMany(report => report.Theme()).ToList();
        var figures = new ThemingFigures(themed);
        output.WriteLine(figures.ToString());
        foreach (var miss in themed.Where(block => block.Got != block.Label))
            output.WriteLine($"{miss.Report.File} block {miss.Block}: {miss.Label}, got {miss.Got}");
        figures.MacroF1.Should().BeGreaterThanOrEqualTo(0.90);
        figures.Precision("none").Should().BeGreaterThanOrEqualTo(0.90);
    }
}

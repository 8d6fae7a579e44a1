using System.Globalization;
using System.Text;

namespace SummitDigest.Content.Tests.Theming;

/// <summary>Precision, recall and F1 per theme, as van Rijsbergen's "Information Retrieval" (1979, chapter 7) has them.</summary>
internal sealed class ThemingFigures(IReadOnlyList<Themed> themed)
{
    /// <summary>The four themes and "none", in the order of the table.</summary>
    public static readonly string[] Labels = ["development", "security", "ai-governance", "inclusiveness", "none"];

    /// <summary>Share of the blocks that got a label which have it by right; 0 where none got it.</summary>
    public double Precision(string label) => Share(themed.Where(block => block.Got == label), block => block.Label == label);

    /// <summary>Share of the blocks that have a label which got it; 0 where none has it.</summary>
    public double Recall(string label) => Share(themed.Where(block => block.Label == label), block => block.Got == label);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1(string label) => Precision(label) + Recall(label) is > 0 and var sum ? 2 * Precision(label) * Recall(label) / sum : 0;

    /// <summary>Mean F1 of the four themes, "none" not counted.</summary>
    public double MacroF1 => Labels[..^1].Average(F1);

    /// <summary>The table that the test prints.</summary>
    public override string ToString()
    {
        var table = new StringBuilder().AppendLine("theme           precision  recall     F1  blocks");
        foreach (var label in Labels)
            table.AppendLine(CultureInfo.InvariantCulture, $"{label,-15} {Precision(label),9:0.00} {Recall(label),7:0.00} {F1(label),6:0.00} {themed.Count(block => block.Label == label),7}");
        return table.AppendLine(CultureInfo.InvariantCulture, $"macro-F1 of the four themes {MacroF1:0.000}").ToString();
    }

    private static double Share(IEnumerable<Themed> blocks, Func<Themed, bool> right)
    {
        var all = blocks.ToList();
        return all.Count == 0 ? 0 : (double)all.Count(right) / all.Count;
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using SummitDigest.Content;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;
using SummitDigest.Content.Theming;
using SummitDigest.Content.Theming.Review;
using SummitDigest.Web.Serving;
using static System.FormattableString;

namespace SummitDigest.Web.Commands;

/// <summary>What <c>check --gold</c> writes: how well the lexicon finds the themes that readers gave, and what a change of it moves.</summary>
internal static class GoldReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="labelsFile">The labels; the reports lie beside it.</param>
    /// <param name="previous">The <c>themes.yml</c> to compare with; null for the one that was committed last, where there is one.</param>
    public static int Write(Library library, ContentOptions content, string labelsFile, string? previous, Terminal terminal)
    {
        var labels = GoldLabels.Read(labelsFile, library, content.Limits);
        var (before, problems) = previous is null ? (Committed(content), []) : ThemesFile.Read(previous, content.Limits);
        foreach (var problem in labels.Problems.Concat(problems.Where(problem => problem.Severity == Severity.Error)))
            terminal.Complain(problem.ToString());
        if (labels.Reports.IsEmpty || (previous is not null && before is null))
            return ExitCode.Problems;

        var figures = ThemingFigures.Of(labels.Reports, library.Theming);
        var figuresBefore = before is null ? null : ThemingFigures.Of(labels.Reports, before);
        terminal.Write(["theme", "blocks", "precision", "recall", "F1", .. figuresBefore is null ? Array.Empty<string>() : ["F1 before"]], figures.Themes.Select(theme => Row(theme, figuresBefore)));
        terminal.Write(Invariant($"macro-F1 {figures.MacroF1:0.000}{(figuresBefore is null ? "" : Invariant($" (before {figuresBefore.MacroF1:0.000})"))}, {figures.Accuracy:P0} of {figures.Blocks.Length} blocks right, {figures.LenientAccuracy:P0} with second themes"));
        foreach (var miss in figures.Misses)
            terminal.Write(Invariant($"  {miss.Report.Name} block {miss.Block.Index}: {Name(miss.Block.Theme)}, got {Name(miss.Decision.Theme)}: {ThemesTable.Shorten(miss.Text)}"));
        terminal.Write("");
        if (before is null)
            terminal.Write("No earlier themes.yml to compare with; --previous names one.");
        else
            Write(ThemeChanges.Between(before, library.Theming, library, labels.Reports), terminal);
        return labels.Problems.IsEmpty ? ExitCode.Fine : ExitCode.Problems;
    }

    private static void Write(ThemeChanges changes, Terminal terminal)
    {
        terminal.Write($"This change moves {Count(changes.Passages.Length, "passage")} and {Count(changes.Blocks.Length, "labelled block")}.");
        foreach (var moved in changes.Passages)
            terminal.Write($"  {moved.Speech.Slug}/{moved.Passage.Id}: {Name(moved.From)} → {Name(moved.To)}: {ThemesTable.Shorten(moved.Passage.Text)}");
        foreach (var (was, now) in changes.Blocks)
            terminal.Write(Invariant($"  {now.Report.Name} block {now.Block.Index}: {Name(was.Decision.Theme)} → {Name(now.Decision.Theme)}{(now.IsRight ? ", as readers have it" : was.IsRight ? ", which readers have otherwise" : "")}: {ThemesTable.Shorten(now.Text)}"));
    }

    private static string[] Row(ThemeFigures theme, ThemingFigures? before) =>
    [
        Name(theme.Theme),
        theme.Support.ToString(CultureInfo.InvariantCulture),
        Share(theme.Precision),
        Share(theme.Recall),
        Share(theme.F1),
        .. before is null ? Array.Empty<string>() : [before.Themes.FirstOrDefault(was => was.Theme == theme.Theme) is { } was ? Share(was.F1) : ""],
    ];

    private static string Share(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Name(ContentId? theme) => theme?.Value ?? Theme.None;

    private static string Count(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    // As an editor who keeps the content in git had it; where there is no git, or nothing committed, there is nothing to compare with.
    private static ThemeScorer? Committed(ContentOptions content)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Path.GetFullPath(content.Folder), "show", "HEAD:./themes.yml"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
            using var bytes = new MemoryStream();
            // Read and dropped: git would wait for somebody to read a long complaint.
            git!.BeginErrorReadLine();
            git.StandardOutput.BaseStream.CopyTo(bytes);
            git.WaitForExit();
            return git.ExitCode == 0 ? ThemesFile.Read(bytes.ToArray(), "themes.yml").Theming : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

using System.Collections.Immutable;

namespace SummitDigest.Content.Theming.Review;

/// <summary>
/// How well a theme is found, as van Rijsbergen's "Information Retrieval" (1979, chapter 7) has it.
/// </summary>
/// <param name="Theme">Null for "none".</param>
/// <param name="Support">How many blocks readers gave it.</param>
/// <param name="Given">How many the lexicon gave it.</param>
/// <param name="Right">How many both.</param>
public sealed record ThemeFigures(ContentId? Theme, int Support, int Given, int Right)
{
    /// <summary>Share of the blocks to which the lexicon gave the theme that have it by right; 0 where it gave it to none.</summary>
    public double Precision => Share(Right, Given);

    /// <summary>Share of the blocks to which readers gave the theme that got it; 0 where they gave it to none.</summary>
    public double Recall => Share(Right, Support);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Share(2 * Right, Support + Given);

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
}

/// <summary>A lexicon measured against labelled reports.</summary>
/// <param name="Themes">In the order of <c>themes.yml</c>, and "none" last.</param>
/// <param name="Blocks">Every labelled block, in order.</param>
public sealed record ThemingFigures(ImmutableArray<ThemeFigures> Themes, ImmutableArray<ThemedBlock> Blocks)
{
    /// <summary>Mean F1 of the themes that readers or the lexicon gave, "none" not counted; 0 where there are none.</summary>
    public double MacroF1 => Themes.Where(theme => theme.Theme is not null && theme.Support + theme.Given > 0).Select(theme => theme.F1).DefaultIfEmpty().Average();

    /// <summary>Share of the blocks that got the readers' theme, or none as they had it; 0 without blocks.</summary>
    public double Accuracy => Share(block => block.IsRight);

    /// <summary>The same, with a theme that the block touches, by the readers' second labels, counted as right.</summary>
    public double LenientAccuracy => Share(block => block.IsNearlyRight);

    /// <summary>The blocks that got another theme than the readers', in order.</summary>
    public IEnumerable<ThemedBlock> Misses => Blocks.Where(block => !block.IsRight);

    /// <summary>Themes all blocks of the reports and compares the labelled ones.</summary>
    public static ThemingFigures Of(IEnumerable<LabelledReport> reports, ThemeScorer theming)
    {
        ImmutableArray<ThemedBlock> blocks = [.. reports.SelectMany(report => report.Theme(theming))];
        // Labels may name a theme that an older themes.yml does not have yet.
        var themes = theming.Themes.Select(theme => theme.Id).Concat(blocks.Select(block => block.Block.Theme).OfType<ContentId>()).Distinct();
        return new(
            [
                .. themes.Append(null).Select(theme => new ThemeFigures(
                    theme, blocks.Count(block => block.Block.Theme == theme), blocks.Count(block => block.Decision.Theme == theme),
                    blocks.Count(block => block.IsRight && block.Block.Theme == theme))),
            ],
            blocks);
    }

    private double Share(Func<ThemedBlock, bool> right) => Blocks.IsEmpty ? 0 : (double)Blocks.Count(right) / Blocks.Length;
}

using System.Collections.Immutable;

namespace SummitDigest.Content.Theming;

/// <summary>Who chose a passage's theme.</summary>
public enum DecidedBy
{
    /// <summary>The lexicon, by the rules of <see cref="ThemeScorer"/>.</summary>
    Lexicon,

    /// <summary>The editor, in the front matter.</summary>
    Editor,
}

/// <summary>Which rule decided.</summary>
public enum DecisionReason
{
    /// <summary>One theme leads the others by the margin.</summary>
    Lead,

    /// <summary>The neighbouring passages lent the points that decided.</summary>
    Neighbours,

    /// <summary>Two themes were close, and nothing but a few points decided.</summary>
    NarrowLead,

    /// <summary>No theme: no term was found, or too few for the length of the passage.</summary>
    TooLittle,

    /// <summary>No theme: three or more themes are named alike.</summary>
    Overview,

    /// <summary>No theme: the passage speaks of the occasion more than of any theme.</summary>
    Occasion,

    /// <summary>No theme: a short line without a closing mark is a label and states nothing.</summary>
    Label,

    /// <summary>The editor's own choice.</summary>
    Editor,
}

/// <summary>A term of the lexicon that was found in a passage.</summary>
/// <param name="Theme">Null for a term of the occasion, which speaks against every theme.</param>
/// <param name="Term">As it stands in the lexicon.</param>
/// <param name="Matched">The words of the passage, as they stand there.</param>
/// <param name="Weight">Points; below zero for a term that speaks against the theme.</param>
/// <param name="Start">Where it begins in <see cref="Passage.Text"/>, in UTF-16 units.</param>
public sealed record Evidence(ContentId? Theme, string Term, string Matched, int Weight, int Start);

/// <summary>What a theme scored in a passage.</summary>
/// <param name="Theme">Null for the occasion.</param>
/// <param name="Own">Sum of the weights, divided by how much longer than a usual passage this one is; never below zero.</param>
/// <param name="Lent">What the passages before and behind lend to their theme.</param>
public sealed record ThemeScore(ContentId? Theme, double Own, double Lent)
{
    /// <summary>What counts.</summary>
    public double Score => Own + Lent;
}

/// <summary>The theme of a passage, and why.</summary>
/// <param name="Theme">Null where there is none.</param>
/// <param name="Secondary">Other themes whose own score reaches the threshold, highest first: the passage touches them as well.</param>
/// <param name="Certain">Whether the rules were clear-cut: always for an editor's choice, never in a near-tie or where neighbours decided.</param>
/// <param name="Scores">Every theme that scored, and the occasion if it did, highest first.</param>
/// <param name="Evidence">The terms that made the scores, in order of the text.</param>
public sealed record ThemeDecision(
    ContentId? Theme,
    ImmutableArray<ContentId> Secondary,
    DecidedBy DecidedBy,
    DecisionReason Reason,
    bool Certain,
    ImmutableArray<ThemeScore> Scores,
    ImmutableArray<Evidence> Evidence)
{
    /// <summary>The score that a theme needs.</summary>
    public const double Threshold = 3;
}

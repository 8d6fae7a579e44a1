using System.Globalization;

namespace SummitDigest.Content.Theming;

/// <summary>Decisions in words, for readers and editors alike. The same in every culture.</summary>
public static class DecisionText
{
    /// <summary>Why a passage has its theme, or has none, in a sentence or two.</summary>
    public static string Reason(ThemeDecision decision, Library library)
    {
        string Title(ThemeScore score) => library.Theme(score.Theme)!.Title;
        var ranked = decision.Scores.Where(score => score.Theme is not null).ToList();
        return decision.Reason switch
        {
            DecisionReason.Lead when ranked.Count == 1 => $"{Title(ranked[0])} leads; no other theme scores.",
            DecisionReason.Lead => $"{Title(ranked[0])} leads; the runner-up is {Title(ranked[1])}.",
            DecisionReason.Neighbours => $"{Title(ranked[0])} does not lead by what is said here, but the passages around are on it. Not certain.",
            DecisionReason.NarrowLead => $"{Title(ranked[0])} comes first, but {Title(ranked[1])} is close. Not certain.",
            DecisionReason.TooLittle when decision.Evidence.IsEmpty => "None of the lexicon's terms stands here.",
            DecisionReason.TooLittle => $"No theme has the {Points(ThemeDecision.Threshold)} points that a theme needs.",
            DecisionReason.Overview => "Three or more themes are named about equally, as in an overview.",
            DecisionReason.Occasion => $"The passage speaks of the occasion more than of {Title(ranked[0])}.",
            DecisionReason.Label => "A short line without a closing mark is taken for a label.",
            _ => decision.Theme is null ? "Set by the editor: no theme." : $"Set by the editor: {library.Theme(decision.Theme)!.Title}.",
        };
    }

    /// <summary>What each theme and the occasion scored, highest first: "Security 8.0, AI governance 4.3 (2.0 of it lent by the passages around)".</summary>
    public static string Scores(ThemeDecision decision, Library library) => string.Join(", ", decision.Scores.Select(score =>
        $"{library.Theme(score.Theme)?.Title ?? "the occasion"} {Points(score.Score)}{(score.Lent > 0 ? $" ({Points(score.Lent)} of it lent by the passages around)" : "")}"));

    /// <summary>A score with one decimal.</summary>
    public static string Points(double score) => score.ToString("0.0", CultureInfo.InvariantCulture);
}

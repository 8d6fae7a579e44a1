using System.Collections.Immutable;

namespace SummitDigest.Content.Theming.Review;

/// <summary>A passage's theme, with what the decision came down to.</summary>
/// <param name="Theme">Null where it has none.</param>
/// <param name="Score">What its theme scored or, where it has none, the theme that comes first; null where none scored.</param>
/// <param name="RunnerUp">What the best of the other themes scored; null where no other scored.</param>
/// <param name="Margin">
/// The share of its score by which the theme leads the runner-up, from 0 to 1; without a runner-up 1, below 0 where the
/// editor chose another theme than the lexicon would, null where no theme scored. A quarter makes it certain.
/// </param>
/// <param name="Why">The rule that decided, in a sentence or two.</param>
/// <param name="Terms">The terms that were found, those with most points first, then in order of the text.</param>
public sealed record ExplainedPassage(
    Speech Speech,
    Passage Passage,
    Theme? Theme,
    ThemeScore? Score,
    ThemeScore? RunnerUp,
    double? Margin,
    string Why,
    ImmutableArray<Evidence> Terms)
{
    internal static ExplainedPassage Of(Library library, Speech speech, Passage passage)
    {
        var decision = passage.Theming;
        var themes = decision.Scores.Where(score => score.Theme is not null).ToList();
        var score = decision.Theme is null ? themes.FirstOrDefault() : themes.FirstOrDefault(score => score.Theme == decision.Theme);
        var runnerUp = themes.FirstOrDefault(other => !other.Equals(score));
        return new(
            speech, passage, library.Theme(decision.Theme), score, runnerUp,
            score is { } its ? 1 - (runnerUp?.Score ?? 0) / its.Score : null,
            DecisionText.Reason(decision, library),
            [.. decision.Evidence.OrderByDescending(item => Math.Abs(item.Weight)).ThenBy(item => item.Start)]);
    }
}

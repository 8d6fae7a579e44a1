using System.Globalization;
using SummitDigest.Content.Theming;
using SummitDigest.Content.Theming.Review;
using SummitDigest.Web.Pages;

namespace SummitDigest.Web.Commands;

/// <summary>A line for each passage: its theme, and what the decision came down to.</summary>
internal static class ThemesTable
{
    private const int FirstWords = 40;

    /// <summary>Writes the table. A passage of the only speech goes by its id; a term has its theme behind it where that is not the passage's.</summary>
    public static void Write(IReadOnlyList<ExplainedPassage> passages, Terminal terminal)
    {
        var isOneSpeech = passages.DistinctBy(passage => passage.Speech.Slug).Count() == 1;
        terminal.Write(
            ["passage", "theme", "score", "runner-up", "margin", "terms", "first words"],
            passages.Select(passage => new[]
            {
                isOneSpeech ? passage.Passage.Id.Value : $"{passage.Speech.Slug}/{passage.Passage.Id}",
                ThemeName(passage),
                Score(passage.Score, passage.Theme),
                Score(passage.RunnerUp, theme: null),
                passage.Margin?.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "") ?? "",
                string.Join(", ", passage.Terms.Select(term => Term(term, passage.Theme))),
                Shorten(passage.Passage.Text),
            }));
    }

    /// <summary>Writes which theme each passage has, and no more.</summary>
    public static void WriteShort(IReadOnlyList<ExplainedPassage> passages, Terminal terminal) => terminal.Write(
        ["passage", "theme", "first words"],
        passages.Select(passage => new[] { passage.Passage.Id.Value, ThemeName(passage), Shorten(passage.Passage.Text) }));

    /// <summary>The beginning of a passage on one line.</summary>
    public static string Shorten(string text) => PageText.Short(text, FirstWords);

    private static string Score(ThemeScore? score, Theme? theme) => score switch
    {
        null => "",
        { } its when its.Theme == theme?.Id => DecisionText.Points(its.Score),
        { } its => $"{its.Theme} {DecisionText.Points(its.Score)}",
    };

    private static string Term(Evidence evidence, Theme? theme) =>
        string.Create(CultureInfo.InvariantCulture, $"{evidence.Weight:+0;-0} {evidence.Matched}{(evidence.Theme == theme?.Id && theme is not null ? "" : $" ({evidence.Theme?.Value ?? "occasion"})")}");

    private static string ThemeName(ExplainedPassage passage)
    {
        var name = passage.Theme?.Id.Value ?? Theme.None;
        return passage.Passage.Theming switch
        {
            { DecidedBy: DecidedBy.Editor } => $"{name} (by the editor)",
            { Certain: false } => $"{name} (uncertain)",
            _ => name,
        };
    }
}

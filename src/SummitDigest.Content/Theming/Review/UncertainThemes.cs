using System.Collections.Immutable;
using SummitDigest.Content.Problems;
using static SummitDigest.Content.Theming.DecisionText;

namespace SummitDigest.Content.Theming.Review;

/// <summary>Hints at passages whose theme the lexicon could not tell for certain, for an editor to look at.</summary>
public static class UncertainThemes
{
    /// <summary>A hint for each passage whose theme a narrow lead or the passages around decided; never for an editor's choice. Newest speech first, then in speaking order.</summary>
    public static ImmutableArray<Problem> Of(Library library) =>
    [
        .. Explanation.Of(library).Passages
            .Where(passage => !passage.Passage.Theming.Certain)
            .Select(passage => new Problem(
                Severity.Hint, "theme-uncertain", passage.Speech.File, passage.Passage.Position, Message(passage),
                $"Write \"{passage.Passage.Id}: {passage.Theme!.Id}\" under \"themes:\" if that is right, or another theme, or none.")),
    ];

    private static string Message(ExplainedPassage passage)
    {
        var what = $"Passage {passage.Passage.Id} is \"{passage.Theme!.Id}\"";
        var score = passage.Score!;
        return (passage.Passage.Theming.Reason, passage.RunnerUp) switch
        {
            (DecisionReason.Neighbours, null) => $"{what} only with the passages around it: {Points(score.Lent)} of its {Points(score.Score)} points are lent by them.",
            (DecisionReason.Neighbours, { } other) => $"{what} only with the passages around it: {Points(score.Score)} points, {Points(score.Lent)} of them lent, to {Points(other.Score)} for \"{other.Theme}\".",
            (_, { } other) when other.Score < score.Score => $"{what} by a narrow lead over \"{other.Theme}\" ({Points(score.Score)} to {Points(other.Score)}).",
            var (_, other) => $"{what} only because themes.yml has it before \"{other!.Theme}\", which scores as much ({Points(score.Score)}).",
        };
    }
}

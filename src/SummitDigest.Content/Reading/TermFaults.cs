using System.Globalization;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming;

namespace SummitDigest.Content.Reading;

/// <summary>
/// Finds terms that another term of the same theme and language makes useless. Not a fault: the same words in two themes
/// or in the occasion, where they count for both, and a word with more points than the stem that covers it, which is how
/// an exception is written.
/// </summary>
internal static class TermFaults
{
    /// <summary>The terms without those that can never count, each of which is reported.</summary>
    public static ILookup<string, LexiconTerm> LeaveOut(ILookup<string, LexiconTerm> termsByLanguage, ProblemList problems)
    {
        return termsByLanguage.SelectMany(terms => terms.GroupBy(term => term.Theme).SelectMany(Counting), (terms, term) => (Language: terms.Key, Term: term))
            .ToLookup(pair => pair.Language, pair => pair.Term, StringComparer.Ordinal);

        IEnumerable<LexiconTerm> Counting(IEnumerable<LexiconTerm> terms)
        {
            var tree = new TermTree(terms);
            foreach (var term in terms)
            {
                if (tree.Covering(term).MaxBy(other => Math.Abs(other.Weight)) is { } other && Math.Abs(other.Weight) >= Math.Abs(term.Weight))
                    ReportCovered(term, other, problems);
                else
                    yield return term;
            }
        }
    }

    /// <summary>Reports a term that stands a second time in the same theme and language.</summary>
    public static void ReportTwice(LexiconTerm term, LexiconTerm first, ProblemList problems)
    {
        if (Contradict(term, first))
            problems.Warning("term-contradicting", term.Position, $"{ProblemList.Quote(term.Text)} is worth {Points(first)} on line {Line(first)} and {Points(term)} here.", "Keep one of the two.");
        else
            problems.Warning("term-duplicate", term.Position, $"{ProblemList.Quote(term.Text)} is listed twice for this language, first on line {Line(first)}.", "Keep one of the two.");
    }

    private static void ReportCovered(LexiconTerm term, LexiconTerm stronger, ProblemList problems)
    {
        var other = $"{ProblemList.Quote(stronger.Text)} on line {Line(stronger)}";
        if (Contradict(term, stronger))
        {
            problems.Warning("term-contradicting", term.Position, $"{ProblemList.Quote(term.Text)} is worth {Points(term)}, but {other} stands for it too and is worth {Points(stronger)}.",
                "Take one of the two out.");
        }
        else if (term.Weight == 0)
        {
            problems.Warning("term-covered", term.Position, $"{ProblemList.Quote(term.Text)} hides nothing: {other} stands for it too.",
                "Take it out, or add the words that stand beside it in the text: longer terms go first.");
        }
        else
        {
            problems.Warning("term-covered", term.Position, $"{ProblemList.Quote(term.Text)} never counts: {other} stands for it too and is worth {Points(stronger)}.",
                "Take it out, or let it weigh more.");
        }
    }

    private static bool Contradict(LexiconTerm one, LexiconTerm other) => one.Weight * other.Weight < 0;

    private static string Points(LexiconTerm term) => string.Create(CultureInfo.InvariantCulture, $"{term.Weight} {(Math.Abs(term.Weight) == 1 ? "point" : "points")}");

    private static string Line(LexiconTerm term) => term.Position.Line.ToString(CultureInfo.InvariantCulture);
}

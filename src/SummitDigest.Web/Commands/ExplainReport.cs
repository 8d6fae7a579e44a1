using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Content.Theming.Review;
using static System.FormattableString;

namespace SummitDigest.Web.Commands;

/// <summary>What <c>check --explain</c> writes: why passages have their themes and, for the whole library, what the lexicon does not reach.</summary>
internal static class ExplainReport
{
    private const int MostListed = 25;

    /// <summary>Writes the report.</summary>
    /// <param name="address">The address of a speech, section or passage within <c>/speeches</c>; null for everything.</param>
    /// <returns>Whether there is such a thing.</returns>
    public static bool Write(Library library, string? address, Terminal terminal)
    {
        var explanation = address is null ? Explanation.Of(library) : Explanation.Of(library, address);
        if (explanation.Fault is { } fault)
        {
            terminal.Complain(fault);
            return false;
        }
        ThemesTable.Write(explanation.Passages, terminal);
        if (address is null)
            Write(Coverage.Of(library), terminal);
        else if (explanation.Passages is [var passage])
            Write(passage, library, terminal);
        return true;
    }

    private static void Write(ExplainedPassage passage, Library library, Terminal terminal)
    {
        terminal.Write("");
        terminal.Write(passage.Passage.Text);
        terminal.Write("");
        terminal.Write(passage.Why);
        if (DecisionText.Scores(passage.Passage.Theming, library) is { Length: > 0 } scores)
            terminal.Write($"Scores: {scores}.");
    }

    private static void Write(Coverage coverage, Terminal terminal)
    {
        Heading(Invariant($"Passages that no theme explains: {coverage.Unexplained.Length} of {coverage.Passages}"));
        List(coverage.Unexplained, passage => $"{passage.Speech.Slug}/{passage.Passage.Id}: {ThemesTable.Shorten(passage.Passage.Text)}");

        Heading("Frequent words that no lexicon knows");
        List(coverage.Unknown, word => Invariant($"{word.Text} ({word.Language}): in {word.Passages} passages, {word.Unexplained} of them without a theme, such as {word.Example.Speech}/{word.Example.Passage}"));

        Heading("Terms that stand in no passage");
        foreach (var silent in coverage.Silent)
            terminal.Write(Invariant($"{silent.Theme?.Id.Value ?? "occasion"} ({silent.Language}), {silent.Terms.Length} of {silent.Total}: {string.Join(", ", silent.Terms.Take(terminal.IsVerbose ? int.MaxValue : MostListed).Select(term => term.Text))}{(silent.Terms.Length > MostListed && !terminal.IsVerbose ? " …" : "")}"));

        void Heading(string words)
        {
            terminal.Write("");
            terminal.Write(words);
        }

        void List<T>(IReadOnlyList<T> items, Func<T, string> write)
        {
            foreach (var item in terminal.IsVerbose ? items : items.Take(MostListed))
                terminal.Write("  " + write(item));
            if (items.Count > MostListed && !terminal.IsVerbose)
                terminal.Write(Invariant($"  and {items.Count - MostListed} more; --verbose lists them all"));
        }
    }
}

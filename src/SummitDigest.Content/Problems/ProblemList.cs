using System.Text;

namespace SummitDigest.Content.Problems;

/// <summary>Collects the problems of one file while it is read. Not safe to share between threads.</summary>
internal sealed class ProblemList(string file)
{
    // A file of garbage yields a problem a line; past this many nobody reads on.
    private const int Most = 100;
    private const int LongestQuote = 60;

    private readonly List<Problem> _problems = [];
    // Apart, so that many of them hide no problem.
    private readonly List<Problem> _hints = [];

    /// <summary>The file, as <see cref="Problem.File"/> has it.</summary>
    public string File => file;

    /// <summary>In the order in which they were found: at most 100, and one that says that there are more; then at most 100 hints.</summary>
    public IReadOnlyList<Problem> Problems => [.. _problems, .. _hints];

    /// <summary>Whether no further problem is taken, so that looking for one is no use.</summary>
    public bool IsFull => _problems.Count > Most;

    /// <summary>Whether the file must be left out.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Records a problem that leaves the file out.</summary>
    public void Error(string code, SourcePosition position, string message, string fix)
    {
        HasErrors = true;
        Add(new(Severity.Error, code, file, position, Clean(message), Clean(fix)));
    }

    /// <summary>Records a problem with which the file is served all the same.</summary>
    public void Warning(string code, SourcePosition position, string message, string fix) =>
        Add(new(Severity.Warning, code, file, position, Clean(message), Clean(fix)));

    /// <summary>Records what is not wrong, but worth a look.</summary>
    public void Hint(string code, SourcePosition position, string message, string fix)
    {
        if (_hints.Count < Most)
            _hints.Add(new(Severity.Hint, code, file, position, Clean(message), Clean(fix)));
    }

    /// <summary>A problem of a file of which there is no list.</summary>
    public static Problem One(Severity severity, string file, string code, string message, string fix) =>
        new(severity, code, file, SourcePosition.Start, Clean(message), Clean(fix));

    /// <summary>Takes over what another list found in the same file.</summary>
    public void AddAll(ProblemList found)
    {
        HasErrors |= found.HasErrors;
        _problems.AddRange(found._problems);
        _hints.AddRange(found._hints);
    }

    /// <summary>Words from the file as they stand in a message: in quotation marks, and cut where they run on.</summary>
    public static string Quote(string text) => text.Length <= LongestQuote
        ? $"\"{text}\""
        : $"\"{text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)]}…\"";

    private void Add(Problem problem)
    {
        if (IsFull)
            return;
        _problems.Add(_problems.Count < Most
            ? problem
            : new(Severity.Warning, "problems-more", file, problem.Position, "There are more problems from here on.", "Mend the ones before, and they will be listed."));
    }

    // Content ends up in terminals and logs: control and direction-changing characters in it must not act there.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(Rune.IsControl(rune) || IsFormat(rune) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }

    private static bool IsFormat(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;
}

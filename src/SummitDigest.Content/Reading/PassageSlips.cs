using System.Text.RegularExpressions;
using Markdig.Syntax;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>Warns of what an editor wrote into a passage and the page does not show as it was meant.</summary>
internal static partial class PassageSlips
{
    /// <summary>Reports the slips in a passage.</summary>
    /// <param name="parts">Its blocks, without its id.</param>
    /// <param name="id">Its id; null where none is written.</param>
    /// <param name="text">Its words.</param>
    /// <param name="position">Where it begins.</param>
    /// <param name="problems">Gets a problem for each slip.</param>
    public static void Report(IReadOnlyList<Block> parts, ContentId? id, string text, SourcePosition position, ProblemList problems)
    {
        if (parts[0] is ListBlock { IsOrdered: true, OrderedStart.Length: > 3 } list)
            problems.Warning("number-unread", position, $"\"{list.OrderedStart}{list.OrderedDelimiter}\" is read as the number of a list here, not as words.", $"If it is a year, write a backslash behind it: {list.OrderedStart}\\{list.OrderedDelimiter}");
        if (!text.AsSpan().ContainsAny("^|#=<"))
            return;
        // What stands behind a backslash is the author's own, and so is all code.
        var prose = string.Join('\n', parts.Select(BlockWords.Prose));
        if (prose.StartsWith("##", StringComparison.Ordinal) || prose.EndsWith("===", StringComparison.Ordinal) && prose.TrimEnd('=') is [.., ' '])
            problems.Warning("heading-unread", position, "This looks like a heading and is none, so the page shows its marks.", "Write two hash signs, a blank, and the heading.");
        if (prose.Contains("<!--", StringComparison.Ordinal))
            problems.Warning("comment-shown", position, "A comment, <!-- … -->, is shown like all other text.", "Take it out; a note of yours can stand in the front matter, behind a hash.");
        if (MisplacedId().Match(prose) is { Success: true } misplaced)
            problems.Error("id-misplaced", position, $"The id {ProblemList.Quote(misplaced.Groups["id"].Value)} stands in the middle of this passage.", "Put an empty line behind it, or remove it: an id stands at the end of its passage.");
        if (id is null && NearId().Match(prose) is { Success: true } near)
            problems.Warning("id-unread", position, $"{ProblemList.Quote(near.Value.Trim())} at the end of this passage looks like an id and is none, so the page shows it.", "Write a blank, and behind it the hat and the id without blanks and in lower case, such as ^p7.");
        if (NoteMark().Match(prose) is { Success: true } note)
            problems.Warning("note-unread", position, $"The mark of a footnote, {ProblemList.Quote(note.Value)}, is shown as it is typed here.", "Take it out, and write into the passage what readers need of the note.");
        if (prose.Contains("|---", StringComparison.Ordinal) || prose.Contains("| ---", StringComparison.Ordinal))
            problems.Warning("table-unread", position, "A table is shown as it is typed here.", "Write its rows as a list, each behind a hyphen.");
    }

    // None of these patterns takes long. A limit is good form, but a machine that is busy can stand still for a second in the
    // middle of a match, and the speech would be left out.
    [GeneratedRegex(@"(^|\s)(?<id>\^[a-z][a-z0-9-]*)(?!\S)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MisplacedId();

    // "^P 7", "text.^p4" and "^ p6", which nobody means as text.
    [GeneratedRegex(@"(?<!\\)\^\s?[A-Za-z]{1,3}[\s_-]?[0-9]{1,4}\z", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NearId();

    [GeneratedRegex(@"(?<!\\)\[\^[\w-]{1,40}\]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NoteMark();
}

using System.Collections.Frozen;
using System.Text;

namespace SummitDigest.Content.Importing;

/// <summary>Joins the lines of a paragraph that was broken to a width.</summary>
/// <param name="text">The whole text: what it writes elsewhere in one word tells what a hyphen at a line's end is.</param>
internal sealed class LineJoin(string text)
{
    // "pre- and post-war": the hyphen hangs, whatever follows is a word of its own.
    private static readonly FrozenSet<string> Conjunctions = FrozenSet.ToFrozenSet(["and", "or", "to", "et", "ou", "und", "oder", "y", "o"]);

    private readonly Lazy<HashSet<string>> _words = new(() => [.. Words.Split(text).Select(word => word.Folded)]);

    /// <summary>One line of text.</summary>
    public string Join(IEnumerable<string> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
            Append(joined, line);
        return joined.ToString();
    }

    private void Append(StringBuilder joined, string line)
    {
        if (joined.Length == 0 || line.Length == 0)
        {
            joined.Append(line);
            return;
        }
        var (last, first) = (joined[^1], line[0]);
        if (Script.IsWide(last) && Script.IsWide(first) && (IsCertainlyWide(last) || IsCertainlyWide(first)))
        {
            joined.Append(line);
            return;
        }
        var isHyphen = last is '-' or '\u2010' && joined.Length > 1 && char.IsLetterOrDigit(joined[^2]) && char.IsLetterOrDigit(first);
        var next = FirstWord(line);
        if (isHyphen && !Conjunctions.Contains(next))
        {
            // Taken out only where the text has the whole word elsewhere; else "community-led" would lose its own.
            if (char.IsLower(first) && char.IsLetter(joined[^2]) && _words.Value.Contains(Fold(LastWord(joined) + next)))
                joined.Length--;
        }
        // "and/or", and an address
        else if (!(last is '—' or '/' && joined.Length > 1 && joined[^2] != ' '))
        {
            joined.Append(' ');
        }
        joined.Append(line);
    }

    private static bool IsCertainlyWide(char c) => Script.IsHan(c) || Script.IsKana(c) || c is (>= '\u3001' and <= '\u303F') or (>= '\uFF00' and <= '\uFF60');

    private static string FirstWord(string line) => new([.. line.TakeWhile(char.IsLetter)]);

    private static string LastWord(StringBuilder joined)
    {
        var start = joined.Length - 1;
        while (start > 0 && char.IsLetter(joined[start - 1]))
            start--;
        return joined.ToString(start, joined.Length - 1 - start);
    }

    private static string Fold(string word) => string.Concat(Words.Split(word).Select(part => part.Folded));
}

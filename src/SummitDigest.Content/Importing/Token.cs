using System.Buffers;

namespace SummitDigest.Content.Importing;

/// <summary>A word of a paragraph between blanks.</summary>
/// <param name="Core">Without the marks around it, a possessive "'s" and a French elision in front.</param>
/// <param name="EndsSentence">Whether a full stop, a semicolon or the like stands behind it.</param>
/// <param name="HasComma">Whether a comma stands behind it.</param>
/// <param name="IsPossessive">Whether it was "Ghana's".</param>
/// <param name="IsPlural">Whether it was "Peoples'".</param>
/// <param name="IsBracketed">Whether it stands in round brackets.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
internal readonly record struct Token(string Core, bool EndsSentence, bool HasComma, bool IsPossessive, bool IsPlural, bool IsBracketed, bool IsQuoted)
{
    private static readonly char[] Around = [.. "\"'“”‘’«»()[]{},.;:!?…—–*_"];

    private static readonly SearchValues<char> Stops = SearchValues.Create(".;:!?…");

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool IsCapital => Core.Length > 0 && char.IsUpper(Core[0]);

    /// <summary>Whether anything stands between this word and the next.</summary>
    public bool IsBreak => EndsSentence || HasComma;

    /// <summary>The words of a paragraph in order.</summary>
    public static List<Token> Split(string paragraph)
    {
        var tokens = new List<Token>();
        var (isQuoted, brackets) = (false, 0);
        foreach (var raw in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            isQuoted = raw[0] is '"' ? !isQuoted : raw[0] is '“' or '«' || isQuoted;
            brackets += raw.Count(c => c == '(');
            var core = raw.Trim(Around);
            var tail = core.Length == 0 ? raw : raw[(raw.LastIndexOf(core, StringComparison.Ordinal) + core.Length)..];
            var isPossessive = core.Length > 2 && core[^1] is 's' && core[^2] is '\'' or '’';
            if (core.Length > 2 && (core[1] is '\'' or '’' && char.ToLowerInvariant(core[0]) is 'd' or 'l' or 's' or 'n' or 'j' && !(char.IsUpper(core[0]) && char.IsUpper(core[2]))))
                core = core[2..];
            else if (core.Length > 3 && core[2] is '\'' or '’' && core.StartsWith("qu", StringComparison.OrdinalIgnoreCase))
                core = core[3..];
            var isAbbreviation = tail is "." or ".," && (core.Length == 1 || core.Contains('.') || Speaking.Honorifics.Contains(core) || core is "St" or "Gen" or "Sen" or "Gov" or "Rep");
            tokens.Add(new(
                isPossessive ? core[..^2] : core,
                !isAbbreviation && tail.AsSpan().ContainsAny(Stops) || core.Length == 0 && raw is "--" or "—" or "–" or "-",
                tail.Contains(','),
                isPossessive,
                // Alone behind an s: around a quotation there are two.
                core.EndsWith('s') && tail is "'" or "’" && raw.StartsWith(core, StringComparison.Ordinal),
                brackets > 0,
                isQuoted));
            if (raw.AsSpan(1).Contains('"') || raw.AsSpan().IndexOfAny('”', '»') >= 0)
                isQuoted = false;
            brackets = Math.Max(0, brackets - raw.Count(c => c == ')'));
        }
        return tokens;
    }
}

using System.Text;

namespace SummitDigest.Content.Importing;

/// <summary>What characters are, and texts without the ones that only look.</summary>
internal static class Script
{
    /// <summary>A Chinese character of the basic plane, as nearly all in news are.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '〇' or '々';

    /// <summary>A Japanese syllable.</summary>
    public static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FF' and not '\u30FB';

    /// <summary>A character beside which a broken line is joined without a blank: Chinese, Japanese and their full-width marks.</summary>
    public static bool IsWide(char c) => IsHan(c) || IsKana(c) || c is (>= '\u3001' and <= '\u303F') or (>= '\uFF00' and <= '\uFF60') or '“' or '”' or '‘' or '’' or '—' or '…';

    /// <summary>Whether the text is mostly Chinese or Japanese.</summary>
    public static bool IsMostlyWide(string text) => text.Count(c => IsHan(c) || IsKana(c)) * 3 > text.Count(char.IsLetter);

    /// <summary>Whether a sentence may end with this text: its last character, quotation marks and brackets aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().TrimEnd("\"'”’»)]）】」』 ");
        return !end.IsEmpty && end[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？';
    }

    /// <summary>
    /// The text with line feeds alone as line ends, odd spaces as blanks and without invisible characters. An ideographic
    /// space stays, because in front of a line it begins a paragraph.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' or '\r' or '\v' or '\u0085' or '\u2028':
                    clean.Append('\n');
                    break;
                case '\f' or '\u2029':
                    clean.Append("\n\n");
                    break;
                case '\t' or '\u3000':
                    clean.Append(c);
                    break;
                // A word broken at a soft hyphen is one word.
                case '\u00AD' when i + 1 < text.Length && text[i + 1] is '\r' or '\n':
                    while (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))
                        i++;
                    break;
                // In scripts east of Greek the two joiners are part of the spelling.
                case '\u200C' or '\u200D' when i > 0 && text[i - 1] >= '\u0590':
                    clean.Append(c);
                    break;
                case var _ when char.IsSurrogate(c):
                    var isPair = i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]);
                    clean.Append(isPair ? text.AsSpan(i, 2) : "\uFFFD");
                    i += isPair ? 1 : 0;
                    break;
                case var _ when char.IsWhiteSpace(c):
                    clean.Append(' ');
                    break;
                case var _ when char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format:
                    break;
                default:
                    clean.Append(c);
                    break;
            }
        }
        return clean.ToString();
    }

    /// <summary>White space collapsed to single blanks, none at the ends.</summary>
    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

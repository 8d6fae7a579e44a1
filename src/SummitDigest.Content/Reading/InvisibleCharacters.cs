using System.Globalization;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>
/// Finds characters in a speech's text that nobody sees and that change what is read, found or copied: controls, signs
/// that turn the direction of the text around (https://www.unicode.org/reports/tr9/), and blanks without width.
/// </summary>
internal static class InvisibleCharacters
{
    /// <summary>Warns of the first one of each line from a place in the file on.</summary>
    public static void Report(TextFile file, int start, ProblemList problems)
    {
        foreach (var line in file.Lines.Where(line => line.Start >= start))
        {
            var text = file.Text.AsSpan(line.Start, line.Length);
            for (var i = 0; i < text.Length; i++)
            {
                // Of most lines all but a few characters.
                var plain = text[i..].IndexOfAnyExceptInRange(' ', '~');
                if (plain < 0)
                    break;
                i += plain;
                if (Name(text[i]) is not { } name)
                    continue;
                problems.Warning("character-invisible", file.PositionOf(line.Start + i), string.Create(CultureInfo.InvariantCulture, $"There is {name} here (U+{(int)text[i]:X4}), which nobody sees."), "Delete it, or type the words around it anew.");
                break;
            }
        }
    }

    /// <summary>
    /// What the character is, or null where it is one that is seen or needed: joiners (U+200C, U+200D) and marks of direction
    /// (U+200E, U+200F) are, to write Persian, Hindi or Hebrew, and in emoji.
    /// </summary>
    public static string? Name(char c) => c switch
    {
        '\t' => null,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => "a character that turns the direction of the text around",
        '\u200B' or '\u2060' or '\uFEFF' or '\u180E' or '\u034F' or '\u3164' => "a blank without width",
        '\u00AD' => "a soft hyphen",
        '\u2028' or '\u2029' => "a line separator",
        _ => char.IsControl(c) ? "a control character" : null,
    };
}

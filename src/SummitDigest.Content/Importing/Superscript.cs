using AngleSharp.Dom;

namespace SummitDigest.Content.Importing;

/// <summary>What a page sets above its lines: marks of notes, which are none of the words; powers; ends of ordinals.</summary>
internal static class Superscript
{
    // "1", "[12]", "(iii)", "1, 2, 3"; what is longer was not closed.
    private const int Longest = 12;

    /// <summary>Whether an element leads to a note and is no more than its mark: a link in a superscript, a superscript in a link, or <c>[1]</c> as word processors have it.</summary>
    public static bool IsNoteMark(IElement element)
    {
        if (element.LocalName is not ("sup" or "a"))
            return false;
        var link = element.LocalName == "a" ? element : element.QuerySelector("a[href]");
        // A page that was saved has its full address in front of the hash.
        if (link?.GetAttribute("href")?.Contains('#', StringComparison.Ordinal) != true || element.TextContent.Trim() is not { Length: <= Longest } mark)
            return false;
        return element.LocalName == "sup" || mark is ['[', .., ']'] || mark == element.QuerySelector("sup")?.TextContent.Trim();
    }

    /// <summary>A superscript that would be read as a part of the number or word in front of it: 10⁶, x^2n.</summary>
    /// <returns>Null where it can stand there as it is, as in 21st.</returns>
    public static string? Write(string text)
    {
        if (text.Length > Longest || !text.Any(char.IsAsciiDigit))
            return null;
        return text.Any(char.IsLetter) ? "^" + text.TrimStart() : string.Concat(text.Select(Raise));
    }

    private static char Raise(char c) => c switch
    {
        >= '0' and <= '9' => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'],
        '+' => '⁺',
        '-' or '–' or '−' => '⁻',
        _ => c,
    };
}

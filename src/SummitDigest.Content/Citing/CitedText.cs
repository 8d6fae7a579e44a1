using System.Text;

namespace SummitDigest.Content.Citing;

/// <summary>Makes text from content fit for one line of a citation.</summary>
internal static class CitedText
{
    /// <summary>
    /// The text with each run of white space, line ends and control characters as one blank, none at its ends, and half
    /// surrogate pairs as U+FFFD, since none of the file formats can carry them. All else stays, marks of direction included.
    /// </summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                clean.Append(rune);
            else if (clean is [.., not ' '])
                clean.Append(' ');
        }
        return clean.ToString().TrimEnd(' ');
    }

    /// <summary>The text as <see cref="Clean"/> makes it; null where nothing is left.</summary>
    public static string? CleanOrNull(string? text) => Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>The text with a capital in front, for a description that starts a sentence.</summary>
    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

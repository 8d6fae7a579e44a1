using System.Text;
using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>Tells a speaker's own words from a reporter's: the first person singular outside quotation marks, in several paragraphs.</summary>
internal static partial class TextKind
{
    /// <summary>What the paragraphs are; "check against delivery" marks a text as prepared, not as spoken.</summary>
    /// <param name="paragraphs">The report's text.</param>
    /// <param name="notices">Lines above and below it.</param>
    public static SpeechKind Of(IReadOnlyList<string> paragraphs, IEnumerable<string> notices)
    {
        var own = paragraphs.Select(paragraph => FirstPerson().Count(Unquoted(paragraph))).ToList();
        if (own.Count(count => count > 0) < 2 || own.Sum() < 3 || own.Count(count => count > 0) * 5 < paragraphs.Count)
            return SpeechKind.Report;
        return paragraphs.Take(2).Concat(notices).Any(text => Prepared().IsMatch(text)) ? SpeechKind.Draft : SpeechKind.Transcript;
    }

    // A quotation of several paragraphs opens in each and closes in the last only.
    private static string Unquoted(string paragraph)
    {
        var text = new StringBuilder(paragraph.Length);
        var isQuoted = false;
        foreach (var c in paragraph)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c is '“' or '«' or '「')
                isQuoted = true;
            else if (c is '”' or '»' or '」')
                isQuoted = false;
            text.Append(isQuoted ? ' ' : c);
        }
        return text.ToString();
    }

    [GeneratedRegex(@"\bI\b|\b(my|My|me)\b|\b(je|Je|mon|Mon|mes|Mes)\b|\b[Jj]['’]|我", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"check against delivery|prepared for delivery|seul le prononcé fait foi|以现场.{0,4}为准", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prepared();
}

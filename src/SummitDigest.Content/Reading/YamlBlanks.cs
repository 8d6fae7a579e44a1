using System.Globalization;

namespace SummitDigest.Content.Reading;

/// <summary>
/// Reads spaces that look like blanks, such as the no-break space that word processors and phones put in, as blanks where
/// nothing else can be meant: in front of a key, behind its colon, and in a map on one line. In values they stay.
/// </summary>
internal static class YamlBlanks
{
    private enum Place
    {
        Key,
        Colon,
        Map,
        Value,
    }

    /// <summary>The text with each such space as a blank; all else stays in its place.</summary>
    public static string Plain(string yaml)
    {
        if (!yaml.Any(IsSpace))
            return yaml;
        var text = yaml.ToCharArray();
        var place = Place.Key;
        for (var i = 0; i < text.Length; i++)
        {
            if (place != Place.Value && IsSpace(text[i]))
                text[i] = ' ';
            place = (place, text[i]) switch
            {
                (_, '\r' or '\n') => Place.Key,
                (Place.Colon, '{') => Place.Map,
                (Place.Colon, not ' ') => Place.Value,
                (Place.Key, ':') => Place.Colon,
                (Place.Key, var c) when c is not (' ' or '-') && !char.IsAsciiLetterOrDigit(c) => Place.Value,
                _ => place,
            };
        }
        return new(text);
    }

    private static bool IsSpace(char c) => c != ' ' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;
}

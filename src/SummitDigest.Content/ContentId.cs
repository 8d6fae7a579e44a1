namespace SummitDigest.Content;

/// <summary>
/// A lasting name in an address: the slug of a speech, the id of a section, a passage or a theme.
/// Lower-case letters, digits and hyphens, starting with a letter or digit, 1 to 60 characters; never starting with
/// <c>ui-</c>, which belongs to the pages themselves.
/// </summary>
public sealed record ContentId
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 60;

    /// <summary>What an id may look like, in words for an editor.</summary>
    public const string Rule = "Use lower-case letters, digits and hyphens, start with a letter or digit, at most 60 characters, and not \"ui-\" in front.";

    private ContentId(string value) => Value = value;

    /// <summary>The id as it stands in addresses.</summary>
    public string Value { get; }

    /// <summary>The id, or null where <paramref name="text"/> is none.</summary>
    public static ContentId? TryCreate(string text) => IsValid(text) ? new(text) : null;

    /// <summary>The id nearest to a title or heading: accents dropped, anything else a hyphen, cut at a word where too long.</summary>
    /// <returns>Null where no letter or digit of the basic alphabet is left, as with a Chinese heading.</returns>
    public static ContentId? FromTitle(string title)
    {
        var words = Words.Split(title).Where(word => word.Folded.All(char.IsAsciiLetterOrDigit)).Select(word => word.Folded);
        var slug = "";
        foreach (var word in words)
        {
            var longer = slug.Length == 0 ? word : $"{slug}-{word}";
            if (longer.Length > MaxLength)
                break;
            slug = longer;
        }
        return TryCreate(slug);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !text.StartsWith("ui-", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using System.Globalization;

namespace SummitDigest.Content.Citing;

/// <summary>
/// The style of the American Psychological Association, 7th edition (2020). A reference is that of a web page on a site
/// or of a presentation, and says in brackets what was read; titles keep their case, since which words are names
/// cannot be told. The style has one address for a work, that of the version read, so the source's own does not appear.
/// </summary>
public static class Apa
{
    // From 21 authors on, the list names nineteen and the last.
    private const int MostAuthors = 20;

    /// <summary>The entry in the list of references, without a pinpoint: the style has it in the text only.</summary>
    public static ImmutableArray<TextPiece> Reference(Citation citation)
    {
        var text = new CitationText().Add(Authors(citation.Authors)).Stop()
            .Add(citation.Date.ToString("'('yyyy, MMMM d')'", CultureInfo.InvariantCulture)).Stop()
            // In a periodical the article is upright and the periodical italic; a work that stands alone is italic.
            .Add(citation.Title, isItalic: citation.Periodical is null)
            .Add(citation.Description is { } description ? $"[{CitedText.Capitalised(description)}]" : null).Stop()
            .Add(citation.Periodical, isItalic: true).Stop();
        if (citation.Work == CitedWork.Speech)
            text.Add(CitationText.List(citation.Event, citation.Place)).Stop();
        return text.Add(citation.Site).Stop().Add(citation.Address).Pieces;
    }

    /// <summary>The citation in the text: "(Xi, 2023, para. 7)".</summary>
    public static string InText(Citation citation)
    {
        var authors = citation.Authors switch
        {
            [var one] => one.InText,
            [var one, var two] => $"{one.InText} & {two.InText}",
            [var first, ..] => $"{first.InText} et al.",
            _ => null,
        };
        return $"({CitationText.List(authors, citation.Date.ToString("yyyy", CultureInfo.InvariantCulture), citation.Pinpoint?.Para)})";
    }

    private static string Authors(ImmutableArray<CitedName> authors)
    {
        var names = authors.Select(Inverted).ToArray();
        return names.Length switch
        {
            0 => "",
            1 => names[0],
            <= MostAuthors => $"{string.Join(", ", names[..^1])}, & {names[^1]}",
            _ => $"{string.Join(", ", names[..(MostAuthors - 1)])}, . . . {names[^1]}",
        };
    }

    private static string Inverted(CitedName name) =>
        name.Family is null ? name.Full : CitationText.List(name.InText, name.Given is { } given ? Initials(given) : null, name.Suffix)!;

    // "Jean-Luc B." and "J.-L. B." are "J.-L. B.", "J.R.R." is "J. R. R."; a small word between names (de los) stays.
    private static string Initials(string given)
    {
        var words = given.Replace(".-", "-", StringComparison.Ordinal).Replace(".", ". ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => char.IsLower(word[0]) ? word : Initial(word)).Where(word => word.Length > 0));
    }

    private static string Initial(string word) =>
        string.Join('-', word.Split('-').Select(FirstLetter).OfType<string>().Select(letter => $"{letter}."));

    // An accent typed apart belongs to its letter.
    private static string? FirstLetter(string word)
    {
        var start = 0;
        while (start < word.Length && !char.IsLetter(word, start))
            start++;
        return start == word.Length ? null : StringInfo.GetNextTextElement(word, start);
    }
}

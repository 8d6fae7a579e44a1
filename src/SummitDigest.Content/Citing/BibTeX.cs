using System.Globalization;
using System.Text;

namespace SummitDigest.Content.Citing;

/// <summary>
/// Writes a citation as a BibTeX entry in UTF-8, for BibTeX itself and for biblatex. Described in "BibTeXing" (Patashnik, 1988)
/// and in chapter 2 of biblatex's manual.
/// </summary>
/// <remarks>
/// A signed report in its own words is an <c>@article</c> in its newspaper. A digest stands in no newspaper, and an agency's
/// unsigned report has none, so both are <c>@misc</c>, which both programs know. A speech is <c>@unpublished</c>: biblatex means
/// it for "the script of a talk" and prints the event and venue there; BibTeX passes over the fields that it does not know.
/// </remarks>
public static class BibTeX
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The entry; ends in a line end.</summary>
    public static string Write(Citation citation)
    {
        var type = citation switch { { Work: CitedWork.Speech } => "unpublished", { Periodical: not null } => "article", _ => "misc" };
        var entry = new StringBuilder($"@{type}{{{citation.Key},\n");
        Add("author", string.Join(" and ", citation.Authors.Select(Name)));
        // The second braces keep a style from changing the case of names in the title.
        Add("title", citation.Title is { Length: > 0 } title ? $"{{{Escape(title)}}}" : "");
        Add("journal", Escape(citation.Periodical));
        if (citation.Work == CitedWork.Speech)
        {
            Add("eventtitle", Escape(citation.Event));
            Add("venue", Escape(citation.Place));
        }
        if (type == "misc")
            Add("howpublished", Escape(citation.Site));
        // biblatex reads the date, BibTeX year and month.
        Add("date", citation.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("year", citation.Date.ToString("yyyy", CultureInfo.InvariantCulture));
        entry.Append(CultureInfo.InvariantCulture, $"  month = {Months[citation.Date.Month - 1]},\n");
        Add("note", Escape(Note(citation, site: type == "misc" ? null : citation.Site)));
        // Not printed: the reader of the file gives the place with each \cite.
        Add("annote", Escape(citation.Pinpoint?.Para));
        Add("url", Verbatim(citation.Address));
        return entry.Append("}\n").ToString();

        void Add(string field, string value)
        {
            if (value.Length > 0)
                entry.Append(CultureInfo.InvariantCulture, $"  {field} = {{{value}}},\n");
        }
    }

    // Of the places for the site's name, the styles of an article or a talk print the note alone.
    private static string? Note(Citation citation, string? site)
    {
        var read = site is { Length: > 0 } ? $"in {site}" : null;
        var original = citation.SourceAddress is { } source ? $"original at {source}" : null;
        return CitationText.List(citation.Description, read, original) is { } note ? CitedText.Capitalised(note) : null;
    }

    // "von Last, Jr, First" (BibTeXing, 4); what would be taken for another part of a name goes into braces.
    private static string Name(CitedName name)
    {
        if (name.Family is not { } family)
            return $"{{{Escape(name.Full)}}}";
        var last = name.Particle is { } particle ? $"{Part(particle)} {FamilyPart(family)}" : FamilyPart(family);
        return string.Join(", ", new[] { last, name.Suffix, name.Given is { } given ? Part(given) : null }.OfType<string>());
    }

    // BibTeX takes words of a family name that start in lower case for particles, unless they are the last.
    private static string FamilyPart(string family) =>
        family.Split(' ')[..^1].Any(word => char.IsLower(word[0])) ? $"{{{Escape(family)}}}" : Part(family);

    private static string Part(string part) =>
        part.Contains(',', StringComparison.Ordinal) || part.Split(' ').Contains("and", StringComparer.OrdinalIgnoreCase) ? $"{{{Escape(part)}}}" : Escape(part);

    // BibTeX counts braces even behind a backslash, so braces must be named; the groups keep a following letter off the name.
    private static string Escape(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text ?? "")
        {
            escaped.Append(c switch
            {
                '\\' => @"{\textbackslash}",
                '{' => @"{\textbraceleft}",
                '}' => @"{\textbraceright}",
                '~' => @"{\textasciitilde}",
                '^' => @"{\textasciicircum}",
                '#' or '$' or '%' or '&' or '_' => $@"\{c}",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    // An address is printed as it stands; what could end the value is encoded as in addresses (RFC 3986, 2.1).
    private static string Verbatim(string? address) => (address ?? "").Replace("\\", "%5C", StringComparison.Ordinal)
        .Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
}

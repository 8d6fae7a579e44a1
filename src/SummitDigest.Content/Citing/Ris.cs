using System.Globalization;
using System.Text;

namespace SummitDigest.Content.Citing;

/// <summary>
/// Writes a citation as a RIS record: lines of a tag and a value that end in CR LF, from <c>TY</c> to <c>ER</c> (Research
/// Information Systems, 2001), in UTF-8 as its readers have it today.
/// </summary>
/// <remarks>
/// A signed report in its own words is <c>NEWS</c>; a digest, or an agency's unsigned report, was read as a page of this site:
/// <c>ELEC</c>. RIS has no type for a speech; <c>SLIDE</c> is the one that reference managers turn into a presentation, which
/// is their speech.
/// </remarks>
public static class Ris
{
    /// <summary>The record; ends in a line end.</summary>
    public static string Write(Citation citation)
    {
        var record = new StringBuilder();
        Add("TY", citation switch { { Work: CitedWork.Speech } => "SLIDE", { Periodical: not null } => "NEWS", _ => "ELEC" });
        Add("ID", citation.Key);
        foreach (var author in citation.Authors)
            Add("AU", WithoutAsterisk(Name(author)));
        Add("TI", citation.Title);
        Add("T2", WithoutAsterisk(citation.Work == CitedWork.Speech ? citation.Event : citation.Periodical ?? citation.Site));
        Add("CY", citation.Work == CitedWork.Speech ? citation.Place : null);
        Add("PY", citation.Date.ToString("yyyy", CultureInfo.InvariantCulture));
        Add("DA", citation.Date.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        Add("DP", citation.Site);
        Add("LA", citation.Language);
        Add("M3", citation.Description is { } description ? CitedText.Capitalised(description) : null);
        Add("N1", citation.SourceAddress is { } source ? $"Original at {source}" : null);
        Add("N1", citation.Pinpoint?.Para);
        Add("UR", citation.Address);
        return record.Append("ER  - \r\n").ToString();

        void Add(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                record.Append(tag).Append("  - ").Append(value).Append("\r\n");
        }
    }

    private static string Name(CitedName name) =>
        name.Family is null ? name.Full : CitationText.List(name.InText, name.Given, name.Suffix)!;

    // The format forbids it in authors and in the names of periodicals.
    private static string? WithoutAsterisk(string? text) => CitedText.CleanOrNull(text?.Replace('*', ' '));
}

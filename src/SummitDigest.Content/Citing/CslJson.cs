using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SummitDigest.Content.Citing;

/// <summary>
/// Writes a citation as data for the Citation Style Language: a JSON array of one item, after csl-data.json of version 1.0.2
/// (citation-style-language/schema).
/// </summary>
/// <remarks>
/// A signed report in its own words is an <c>article-newspaper</c>; a digest, or an agency's unsigned report, a <c>webpage</c>
/// of this site; a speech a <c>speech</c>. What was read is its <c>genre</c>, which the styles print.
/// </remarks>
public static class CslJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // A file of its own, never part of a page: names stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The array; ends in a line end.</summary>
    public static string Write(Citation citation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            WriteItem(json, citation);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteItem(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject();
        json.WriteString("id", citation.Key);
        json.WriteString("type", citation switch { { Work: CitedWork.Speech } => "speech", { Periodical: not null } => "article-newspaper", _ => "webpage" });
        json.WriteStartArray("author");
        foreach (var name in citation.Authors)
            WriteName(json, name);
        json.WriteEndArray();
        Add("title", citation.Title);
        if (citation.Work == CitedWork.Speech)
        {
            // Version 1.0.2 renamed the variable; older programs know the first name only.
            Add("event", citation.Event);
            Add("event-title", citation.Event);
            Add("event-place", citation.Place);
        }
        else
        {
            Add("container-title", citation.Periodical ?? citation.Site);
        }
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(citation.Date.Year);
        json.WriteNumberValue(citation.Date.Month);
        json.WriteNumberValue(citation.Date.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
        Add("genre", citation.Description is { } description ? CitedText.Capitalised(description) : null);
        Add("source", citation.Site);
        Add("language", citation.Language);
        Add("note", citation.SourceAddress is { } source ? $"Original at {source}" : null);
        // The place goes with each citation in a text; here it is a remark that styles do not print.
        Add("annote", citation.Pinpoint?.Para);
        Add("URL", citation.Address);
        json.WriteEndObject();

        void Add(string variable, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                json.WriteString(variable, value);
        }
    }

    private static void WriteName(Utf8JsonWriter json, CitedName name)
    {
        json.WriteStartObject();
        if (name.Family is null)
            json.WriteString("literal", name.Full);
        Add("family", name.Family);
        Add("given", name.Given);
        Add("non-dropping-particle", name.Particle);
        Add("suffix", name.Suffix);
        json.WriteEndObject();

        void Add(string part, string? value)
        {
            if (value is not null)
                json.WriteString(part, value);
        }
    }
}

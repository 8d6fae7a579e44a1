using System.Text;

namespace SummitDigest.Content.Importing;

/// <summary>Writes the front matter of an imported report, keys in the order of the editors' page, <c>TODO</c> where a required value is not stated.</summary>
internal static class ReportFrontMatter
{
    /// <summary>From the first line of three hyphens to the second, both included.</summary>
    public static string Write(ImportedReport report)
    {
        var yaml = new StringBuilder("---\n");
        Required(yaml, "title", report.Title, "a headline for this page");
        Required(yaml, "speaker", report.Speaker, "who gave the speech");
        Required(yaml, "event", report.Event, "the summit, conference or forum");
        Optional(yaml, "place", report.Place);
        Required(yaml, "date", report.IsoDate, report.DateText is { } day ? $"the day of the speech, as 2024-05-02; the text says \"{OneLine(day)}\"" : "the day of the speech, as 2024-05-02");
        Required(yaml, "language", report.Language, "the language of the text: en, fr, zh …");
        yaml.Append("kind: ").Append(report.Kind.ToString().ToLowerInvariant()).Append('\n');
        yaml.Append("wording: original\n");
        WriteSource(yaml, report);
        foreach (var line in report.EditorLines)
            yaml.Append("# the text also says: ").Append(OneLine(line)).Append('\n');
        return yaml.Append("---\n").ToString();
    }

    private static void WriteSource(StringBuilder yaml, ImportedReport report)
    {
        var source = new StringBuilder();
        if (report.Kind == SpeechKind.Report || report.Publisher is not null)
            Required(source, "  publisher", report.Publisher, "the agency or paper");
        if (!report.Authors.IsEmpty)
            source.Append("  authors: [").AppendJoin(", ", report.Authors.Select(author => author.AsSpan().ContainsAny(",[]{}") ? Quote(author) : Scalar(author))).Append("]\n");
        Optional(source, "  url", report.Url?.AbsoluteUri);
        Optional(source, "  dateline", report.Dateline);
        if (source.Length > 0)
            yaml.Append("source:\n").Append(source);
    }

    private static void Optional(StringBuilder yaml, string key, string? value)
    {
        if (value is not null)
            yaml.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
    }

    private static void Required(StringBuilder yaml, string key, string? value, string hint)
    {
        if (value is null)
            yaml.Append(key).Append(": TODO   # ").Append(hint).Append('\n');
        else
            Optional(yaml, key, value);
    }

    /// <summary>A value as it is where YAML reads it so and no editor would wonder about it, else in quotation marks (YAML 1.2, section 7.3.3).</summary>
    private static string Scalar(string value)
    {
        var text = OneLine(value);
        var isPlain = text.Length > 0 && text is not ("~" or "null") && !"-?:,[]{}#&*!|>'\"%@`“„«‘‚".Contains(text[0])
            && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':');
        return isPlain ? text : Quote(text);
    }

    private static string Quote(string value) => $"\"{OneLine(value).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private static string OneLine(string text) => Script.Collapse(text);
}

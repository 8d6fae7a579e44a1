using System.Text;
using System.Text.RegularExpressions;
using SummitDigest.Content.Importing;

namespace SummitDigest.Content.Tests.Importing;

/// <summary>Imports texts, and loads what comes of them.</summary>
internal static class Imported
{
    /// <summary>The report that a text is.</summary>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public static ImportedReport Text(string text, int? year = null, string? fileName = null) => Bytes(Encoding.UTF8.GetBytes(text), year, fileName);

    /// <summary>The report that a file is.</summary>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public static ImportedReport Bytes(byte[] bytes, int? year = null, string? fileName = null) =>
        ReportImporter.Read(bytes, new() { Year = year, FileName = fileName }, new(), out var problems) ?? throw new InvalidOperationException(string.Join('\n', problems));

    /// <summary>The speech that the file becomes once an editor has filled in what is to be done, loaded from a content folder without an error.</summary>
    public static Speech Load(this ImportedReport report)
    {
        var filled = Regex.Replace(report.ToMarkdown(), @"(?<key>date|language|[a-z]+): TODO   #[^\n]*", todo => todo.Groups["key"].Value switch
        {
            "date" => "date: 2024-05-02",
            "language" => "language: en",
            var key => $"{key}: Filled in",
        }, RegexOptions.None, TimeSpan.FromSeconds(10));
        using var folder = new ContentFolder();
        var library = folder.With(report.Slug.Value, filled).Read();
        return library.FindSpeech(report.Slug.Value) ?? throw new InvalidOperationException(string.Join('\n', library.Problems) + "\n" + filled);
    }

    /// <summary>The passages' plain texts.</summary>
    public static IEnumerable<string> Passages(this ImportedReport report) => report.Load().Passages.Select(passage => passage.Text);

    /// <summary>The headings.</summary>
    public static IEnumerable<string> Headings(this ImportedReport report) => report.Load().Sections.Select(section => section.Heading).OfType<string>();
}

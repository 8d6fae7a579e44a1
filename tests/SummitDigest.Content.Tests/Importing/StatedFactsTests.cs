using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SummitDigest.Content.Importing;

namespace SummitDigest.Content.Tests.Importing;

/// <summary>The four labelled reports: what readers found stated in them, and their blocks.</summary>
public sealed class StatedFactsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "SummitDigest.Content.Tests", "Theming", "Reports");

    public static TheoryData<string> Files { get; } = [.. Labels().EnumerateObject().Select(report => report.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_report_states_is_found(string file)
    {
        var labels = Labels().GetProperty(file).GetProperty("metadata");
        var report = Import(file);
        report.Title.Should().Be(Text("title"));
        report.Place.Should().Be(Text("place"));
        report.DateText.Should().Be(Text("date"));
        report.Date?.ToString("O", CultureInfo.InvariantCulture).Should().Be(Text("date_iso")?.Split('/')[0]);
        report.LacksYear.Should().Be(Text("date_iso") is null);
        report.Speaker.Should().Be(Text("speaker"));
        report.OtherSpeakers.Should().BeEquivalentTo(labels.GetProperty("other_speakers").EnumerateArray().Select(name => name.GetString()));
        labels.GetProperty("event_accept").EnumerateArray().Select(name => name.GetString()).Should().Contain(report.Event);
        report.Publisher.Should().Be(Text("source"));
        report.Authors.Should().BeEmpty();

        string? Text(string key) => labels.GetProperty(key).GetString();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Passages_and_headings_are_the_blocks_of_the_report(string file)
    {
        var report = Import(file);
        var speech = report.Load();
        var expected = Regex.Split(File.ReadAllText(Path.Combine(Folder, file)).Trim(), @"\n\s*\n", RegexOptions.None, TimeSpan.FromSeconds(10))
            .Skip(report.Title is null ? 0 : 1)
            .Where(block => !report.EditorLines.Contains(block))
            .Select((block, i) => i == 0 && report.Dateline is { } dateline ? block[dateline.Length..].TrimStart(' ', '-') : block)
            .Select(Words);
        speech.Sections.SelectMany(section => section.Passages.Select(passage => passage.Text).Prepend(section.Heading)).OfType<string>()
            .Select(Words).Where(text => !BundledTitles.Contains(text)).Should().Equal(expected);
    }

    [Fact]
    public void A_line_of_the_editors_is_no_passage() => Import("01-wsis-geneva-2003.txt").EditorLines.Should().Equal("AI/mk");

    [Fact]
    public void A_statement_in_the_first_person_is_a_transcript_and_needs_no_publisher()
    {
        var report = Import("08-g7-hiroshima-process-2023.txt");
        report.Kind.Should().Be(SpeechKind.Transcript);
        report.ToMarkdown().Should().NotContain("publisher");
    }

    // Sections that are made by theme have the theme's title, which is none of the report's words.
    private static readonly string[] BundledTitles = ["Meadows", "Rivers"];

    private static ImportedReport Import(string file) => Imported.Bytes(File.ReadAllBytes(Path.Combine(Folder, file)), fileName: file);

    // Numbers and dashes of lists are marks, not words.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where((word, i) => word != "-" && !(i == 0 && word.Length > 1 && word[^1] == '.' && word[..^1].All(char.IsAsciiDigit))));

    private static JsonElement Labels() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "labels.json"))).RootElement;
}

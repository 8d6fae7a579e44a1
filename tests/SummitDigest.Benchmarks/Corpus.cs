using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SummitDigest.Benchmarks;

/// <summary>A speech to measure with, as one line of a JSONL file has it.</summary>
internal sealed record CorpusSpeech(string Id, string Title, string Speaker, int Year, IReadOnlyList<string> Paragraphs);

/// <summary>Reads speeches to measure with, and writes them as content.</summary>
internal static partial class Corpus
{
    private const int ParagraphsPerSection = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The speeches of a file with one JSON object a line: <c>id</c>, <c>title</c>, <c>speaker</c>, <c>year</c>, <c>paragraphs</c>.</summary>
    /// <param name="count">How many, evenly spread over the file; null for all.</param>
    public static IEnumerable<CorpusSpeech> Read(string file, int? count)
    {
        var lines = File.ReadAllLines(file).Where(line => line.Length > 0).ToList();
        var taken = Math.Min(count ?? lines.Count, lines.Count);
        return Enumerable.Range(0, taken).Select(i => JsonSerializer.Deserialize<CorpusSpeech>(lines[(int)((long)i * lines.Count / taken)], Json)!);
    }

    /// <summary>Each speech so many times over, for a larger library of the same kind; the id of the second of "bees" is "bees-2".</summary>
    public static IEnumerable<CorpusSpeech> Repeat(IEnumerable<CorpusSpeech> speeches, int times) =>
        speeches.SelectMany(speech => Enumerable.Range(1, times).Select(n => n == 1 ? speech : speech with { Id = string.Create(CultureInfo.InvariantCulture, $"{speech.Id}-{n}") }));

    /// <summary>
    /// Writes a content folder with these speeches and the repository's themes: passage n (from 1) of a speech has the id pn,
    /// and every five passages a heading.
    /// </summary>
    public static void WriteContent(IEnumerable<CorpusSpeech> speeches, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "speeches"));
        File.Copy(Path.Combine(Repository.Content, "themes.yml"), Path.Combine(folder, "themes.yml"), overwrite: true);
        foreach (var speech in speeches)
            File.WriteAllText(Path.Combine(folder, "speeches", speech.Id + ".md"), Markdown(speech));
    }

    private static string Markdown(CorpusSpeech speech)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            ---
            title: {Quoted(speech.Title)}
            speaker: {Quoted(speech.Speaker)}
            event: {Quoted(speech.Title)}
            date: {speech.Year:0000}-01-01
            kind: transcript
            ---

            """));
        for (var i = 0; i < speech.Paragraphs.Count; i++)
        {
            if (i % ParagraphsPerSection == 0)
                text.Append(CultureInfo.InvariantCulture, $"\n## Part {i / ParagraphsPerSection + 1}\n");
            text.Append(CultureInfo.InvariantCulture, $"\n{Escape(speech.Paragraphs[i])} ^p{i + 1}\n");
        }
        return text.ToString();
    }

    // A JSON string is a YAML string.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Json);

    private static string Escape(string text) => LineStart().Replace(Marks().Replace(text.ReplaceLineEndings(" "), @"\$0"), @"${number}\${mark}");

    [GeneratedRegex(@"[\\`*_\[\]<>{}#|~^]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?<number>\d*)(?<mark>[-+=:.)])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LineStart();
}

using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SummitDigest.Benchmarks;

/// <summary>A speech to measure with, as one line of a JSONL file has it.</summary>
internal sealed record CorpusSpeech(string Id, string Title, string Speaker, int Year, IReadOnlyList<string> Paragraphs);

/// <summary>Speeches to measure with: from a JSONL file, or made up from a seed.</summary>
internal static partial class Corpus
{
    private const int ParagraphsPerSection = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The speeches of a file with one JSON object a line: <c>id</c>, <c>title</c>, <c>speaker</c>, <c>year</c>, <c>paragraphs</c>.</summary>
    public static IReadOnlyList<CorpusSpeech> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<CorpusSpeech>(line, Json)!)];

    /// <summary>Writes a content folder with these speeches: passage n (from 1) of a speech has the id pn, and every five passages a heading.</summary>
    public static void WriteContent(IReadOnlyList<CorpusSpeech> speeches, string themesFile, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "speeches"));
        File.Copy(themesFile, Path.Combine(folder, "themes.yml"), overwrite: true);
        foreach (var speech in speeches)
            File.WriteAllText(Path.Combine(folder, "speeches", speech.Id + ".md"), Markdown(speech));
    }

    private static string Markdown(CorpusSpeech speech)
    {
        var text = new StringBuilder()
            .Append("---\n")
            .Append($"title: {JsonSerializer.Serialize(speech.Title)}\n")
            .Append($"speaker: {JsonSerializer.Serialize(speech.Speaker)}\n")
            .Append($"event: {JsonSerializer.Serialize(speech.Title)}\n")
            .Append($"date: {speech.Year:0000}-01-01\n")
            .Append("kind: transcript\n---\n");
        for (var i = 0; i < speech.Paragraphs.Count; i++)
        {
            if (i % ParagraphsPerSection == 0)
                text.Append($"\n## Part {i / ParagraphsPerSection + 1}\n");
            text.Append($"\n{Escape(speech.Paragraphs[i])} ^p{i + 1}\n");
        }
        return text.ToString();
    }

    private static string Escape(string text) => LineStart().Replace(Marks().Replace(text.ReplaceLineEndings(" "), @"\$0"), @"$1\$2");

    [GeneratedRegex(@"[\\`*_\[\]<>{}#|~^]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(\d*)([-+=:.)])")]
    private static partial Regex LineStart();
}

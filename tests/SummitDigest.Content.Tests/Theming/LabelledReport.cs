using System.Text;
using System.Text.Json;

namespace SummitDigest.Content.Tests.Theming;

/// <summary>A report whose blocks readers have labelled with themes, from the folder Reports.</summary>
/// <param name="Blocks">The report's blocks: what stands between empty lines.</param>
/// <param name="Labels">The theme, or "none", of each labelled block, by index.</param>
internal sealed record LabelledReport(string File, string Language, IReadOnlyList<string> Blocks, IReadOnlyDictionary<int, string> Labels)
{
    /// <summary>All reports that a labels file names.</summary>
    public static IReadOnlyList<LabelledReport> ReadAll(string labelsFile)
    {
        var path = Path.Combine(Repository.Root, "tests", "SummitDigest.Content.Tests", "Theming", "Reports", labelsFile);
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        return [.. json.RootElement.EnumerateObject().Select(report => Read(Path.GetDirectoryName(path)!, report))];
    }

    /// <summary>The theme, or "none", that each labelled block gets when the report is loaded as a speech, beside its label.</summary>
    public IReadOnlyList<Themed> Theme()
    {
        using var folder = new ContentFolder(System.IO.File.ReadAllText(Path.Combine(Repository.Content, "themes.yml")));
        var speech = folder.With("report", Markdown()).Read().FindSpeech("report")
            ?? throw new InvalidOperationException(string.Join('\n', folder.Read().Problems));
        var themes = speech.Passages.ToDictionary(passage => passage.Id.Value);
        return [.. Labels.Select(label => new Themed(this, label.Key, label.Value, themes[$"b{label.Key}"]))];
    }

    private string Markdown()
    {
        var text = new StringBuilder(ContentFolder.FrontMatter.Replace("source:", $"language: {Language}\nsource:"));
        for (var i = 0; i < Blocks.Count; i++)
            text.Append('\n').Append(Blocks[i]).Append(System.Globalization.CultureInfo.InvariantCulture, $" ^b{i}\n");
        return text.ToString();
    }

    private static LabelledReport Read(string folder, JsonProperty report)
    {
        var text = System.IO.File.ReadAllText(Path.Combine(folder, report.Name));
        var blocks = text.ReplaceLineEndings("\n").Split('\n')
            .Aggregate(new List<string> { "" }, (found, line) =>
            {
                if (!string.IsNullOrWhiteSpace(line))
                    found[^1] += line + "\n";
                else if (found[^1].Length > 0)
                    found.Add("");
                return found;
            })
            .Select(block => block.Trim())
            .Where(block => block.Length > 0);
        return new(
            report.Name,
            report.Value.TryGetProperty("language", out var language) ? language.GetString()! : "en",
            [.. report.Value.GetProperty("hasTitle").GetBoolean() ? blocks.Skip(1) : blocks],
            report.Value.GetProperty("blocks").EnumerateArray()
                .ToDictionary(block => block.GetProperty("i").GetInt32(), block => block.GetProperty("primary").GetString()!));
    }
}

/// <summary>A labelled block and the passage that it became.</summary>
internal sealed record Themed(LabelledReport Report, int Block, string Label, Passage Passage)
{
    /// <summary>The theme it got, or "none".</summary>
    public string Got => Passage.Theming.Theme?.Value ?? "none";
}

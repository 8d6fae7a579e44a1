using System.Collections.Immutable;
using System.Globalization;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Theming.Review;

/// <summary>Labelled reports, from a labels file.</summary>
/// <param name="Reports">In order of the file, without what is wrong.</param>
/// <param name="Problems">What is wrong in the file and in the reports; figures without these are not the file's.</param>
public sealed record GoldLabels(ImmutableArray<LabelledReport> Reports, ImmutableArray<Problem> Problems)
{
    /// <summary>
    /// Reads a labels file and the reports that it names. Its form, in JSON or as YAML, in which other keys are passed over:
    /// <code>
    /// {
    ///   "geneva-2003.txt": {             a plain text beside the labels file
    ///     "hasTitle": true,              whether its first block is its title, which is not counted; default false
    ///     "language": "en",              default en
    ///     "blocks": [
    ///       { "i": 0, "primary": "none", "secondary": [] },
    ///       { "i": 1, "primary": "development", "secondary": ["security"] }
    ///     ]
    ///   },
    ///   "river-conference-2024.md": {    a speech of the library: its passages are its blocks
    ///     "blocks": [{ "i": 0, "primary": "none" }]
    ///   }
    /// }
    /// </code>
    /// A block is what stands between empty lines; <c>i</c> counts them from 0.
    /// </summary>
    /// <param name="library">Whose themes and speeches the labels name.</param>
    /// <param name="limits">For the labels file and each report.</param>
    public static GoldLabels Read(string path, Library library, ContentLimits limits)
    {
        var problems = new ProblemList(path.Replace('\\', '/'));
        if (!File.Exists(path))
        {
            problems.Error("file-missing", SourcePosition.Start, "There is no such file.", "Name a file with labels.");
            return new([], [.. problems.Problems]);
        }
        if (TextFile.Read(path, limits, problems) is not { } file || YamlTree.Read(file.Text, linesBefore: 0, problems) is not { } yaml)
            return new([], [.. problems.Problems]);
        if (yaml.Entries.IsEmpty)
            problems.Error("labels-missing", yaml.Position, "There are no labels in this file.", "Name a report in it, and the themes of its blocks.");
        var reader = new Reader(Path.GetDirectoryName(Path.GetFullPath(path))!, library, limits, problems);
        var reports = yaml.Entries.Select(entry => reader.ReadReport(entry.Key, entry.Value)).OfType<LabelledReport>().ToImmutableArray();
        return new(reports, [.. problems.Problems, .. reader.ReportProblems]);
    }

    private sealed class Reader(string folder, Library library, ContentLimits limits, ProblemList problems)
    {
        public List<Problem> ReportProblems { get; } = [];

        public LabelledReport? ReadReport(YamlText name, YamlNode value)
        {
            if (value is not YamlMap map)
            {
                problems.Error("field-type", value.Position, $"{ProblemList.Quote(name.Value)} has no labels.", "Write \"blocks\" and a list of labels.");
                return null;
            }
            var fields = new YamlFields(map, problems);
            if (ReadTexts(name, fields) is not var (language, texts))
                return null;
            var blocks = new Dictionary<int, LabelledBlock>();
            foreach (var item in ReadItems(fields))
            {
                if (ReadBlock(item, name, texts.Length) is { } block && !blocks.TryAdd(block.Index, block))
                    problems.Error("block-duplicate", item.Position, $"The block {Number(block.Index)} of {ProblemList.Quote(name.Value)} is labelled twice.", "Keep one of the two labels.");
            }
            return new(name.Value, language, texts, [.. blocks.Values.OrderBy(block => block.Index)]);
        }

        private (string Language, ImmutableArray<string> Texts)? ReadTexts(YamlText name, YamlFields fields)
        {
            if (name.Value.EndsWith(".md", StringComparison.Ordinal))
            {
                var slug = Path.GetFileNameWithoutExtension(name.Value);
                if (library.FindSpeech(slug) is { } speech)
                    return (speech.Language, [.. speech.Passages.Select(passage => passage.Text)]);
                problems.Error("report-missing", name.Position, $"No speech is called {ProblemList.Quote(slug)}.", DidYouMean.Sentence(slug, library.Speeches.Select(known => known.Slug.Value)));
                return null;
            }
            var path = Path.Combine(folder, name.Value);
            if (!File.Exists(path))
            {
                problems.Error("report-missing", name.Position, $"There is no file {ProblemList.Quote(name.Value)} beside the labels.", "Put it there, or write its name as it is.");
                return null;
            }
            var reportProblems = new ProblemList(path.Replace('\\', '/'));
            var file = TextFile.Read(path, limits, reportProblems);
            ReportProblems.AddRange(reportProblems.Problems);
            if (file is null)
                return null;
            var texts = LabelledReport.Cut(file.Text);
            return (fields.Text("language")?.Value ?? "en", HasTitle(fields) ? [.. texts.Skip(1)] : texts);
        }

        private bool HasTitle(YamlFields fields)
        {
            var text = fields.Text("hasTitle");
            if (text is not (null or { Value: "true" or "false" }))
                problems.Error("field-type", text.Position, "\"hasTitle\" is true or false.", "Write true where the first block is the title, else false.");
            return text?.Value == "true";
        }

        private ImmutableArray<YamlNode> ReadItems(YamlFields fields)
        {
            if (fields.Node("blocks") is YamlList list)
                return list.Items;
            problems.Error("field-missing", fields.Position, "\"blocks\" is missing or no list.", "Write \"blocks\" and a list of labels.");
            return [];
        }

        private LabelledBlock? ReadBlock(YamlNode node, YamlText report, int count)
        {
            if (node is not YamlMap map)
            {
                problems.Error("field-type", node.Position, "A label must have keys of its own.", "Write { \"i\": 0, \"primary\": \"none\" }.");
                return null;
            }
            var fields = new YamlFields(map, problems);
            var index = fields.RequiredText("i", "0");
            var primary = fields.RequiredText("primary", Theming.Theme.None);
            var secondary = fields.Texts("secondary");
            if (index is null || primary is null)
                return null;
            if (!int.TryParse(index.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= count)
            {
                problems.Error("block-unknown", index.Position, $"{ProblemList.Quote(report.Value)} has no block {ProblemList.Quote(index.Value)}.",
                    $"It has {Number(count)}, counted from 0; what stands between empty lines is one, and the title none.");
                return null;
            }
            return IsTheme(primary) && secondary.All(IsTheme)
                ? new(number, ContentIdOf(primary), [.. secondary.Select(ContentIdOf).OfType<ContentId>()])
                : null;
        }

        private bool IsTheme(YamlText text)
        {
            if (text.Value == Theming.Theme.None || library.FindTheme(text.Value) is not null)
                return true;
            problems.Error("theme-unknown", text.Position, $"No theme is called {ProblemList.Quote(text.Value)}.", DidYouMean.Sentence(text.Value, library.Themes.Select(theme => theme.Id.Value).Append(Theming.Theme.None)));
            return false;
        }

        private ContentId? ContentIdOf(YamlText text) => library.FindTheme(text.Value)?.Id;

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}

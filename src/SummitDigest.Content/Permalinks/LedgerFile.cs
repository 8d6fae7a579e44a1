using System.Collections.Immutable;
using System.Text;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Permalinks;

/// <summary>Reads the ledger's file and adds to it; its form stands on <see cref="PermalinkLedger"/>.</summary>
internal static class LedgerFile
{
    private const string Head = "# Every address that was ever published. Lines are added, never taken out: links and citations rest on them.\n";

    /// <summary>What the file of this name has. A line that is not understood is left out and reported.</summary>
    public static PermalinkLedger Read(string name, TextFile file, ProblemList problems)
    {
        var themes = new List<PublishedTheme>();
        var speeches = new List<PublishedSpeech>();
        var ids = ImmutableArray.CreateBuilder<PublishedId>();
        for (var i = 0; i < file.Lines.Count; i++)
        {
            var line = file.Text.Substring(file.Lines[i].Start, file.Lines[i].Length).Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var position = new SourcePosition(i + 1, 1);
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var isWithdrawn = words[0] == "withdrawn";
            if (isWithdrawn)
                words = words[1..];
            switch (words)
            {
                case ["theme", var theme] when ContentId.TryCreate(theme) is { } id:
                    themes.Add(new(id, isWithdrawn, position));
                    break;
                case ["speech", var slug, .. var title] when ContentId.TryCreate(slug) is { } id:
                    Close();
                    speeches.Add(new(id, string.Join(' ', title), isWithdrawn, [], position));
                    break;
                case ["section", var section] when ContentId.TryCreate(section) is { } id && speeches.Count > 0:
                    ids.Add(new(id, IsSection: true, FirstPassage: null, isWithdrawn, position));
                    break;
                case ["section", var section, var first] when ContentId.TryCreate(section) is { } id && ContentId.TryCreate(first) is { } start && speeches.Count > 0:
                    ids.Add(new(id, IsSection: true, start, isWithdrawn, position));
                    break;
                case ["passage", var passage] when ContentId.TryCreate(passage) is { } id && speeches.Count > 0:
                    ids.Add(new(id, IsSection: false, FirstPassage: null, isWithdrawn, position));
                    break;
                default:
                    problems.Warning("permalink-unreadable", position, $"{ProblemList.Quote(line)} is not understood.", "Write \"speech\" with the name of its file and its title, and under it \"section\" with an id and its first passage, or \"passage\" with an id, or else \"theme\" with an id; in front of each there may be \"withdrawn\".");
                    break;
            }
        }
        Close();
        foreach (var twice in speeches.GroupBy(speech => speech.Slug).SelectMany(same => same.Skip(1)))
            problems.Warning("permalink-duplicate", twice.Position, $"The speech \"{twice.Slug}\" stands here twice, and only the first counts.", "Put its lines under the first.");
        return new(name, themes, speeches);

        void Close()
        {
            if (speeches.Count > 0)
                speeches[^1] = speeches[^1] with { Ids = [.. ids.DistinctBy(id => id.Id)] };
            ids.Clear();
        }
    }

    /// <summary>
    /// The file's text with a line for everything that the library publishes and the ledger lacks, but for speeches that lost a published id or may be a lost one. What stands there
    /// already, comments and line ends included, stays as it is.
    /// </summary>
    /// <param name="text">The file's text; empty for a new one.</param>
    public static string Add(string text, Library library)
    {
        var file = TextFile.FromText(text.Length == 0 ? Head : text);
        var lineEnd = file.LineEnd;
        var behind = new Dictionary<int, StringBuilder>();
        var added = new StringBuilder();
        // As the text has it now: it may have grown since the library was read.
        var ledger = Read(library.Ledger.File, file, new ProblemList(library.Ledger.File));
        var all = ledger.With(library);
        var themes = all.Themes.Except(ledger.Themes).Select(theme => theme.ToString()).ToList();
        if (ledger.Themes.LastOrDefault() is { } last)
            themes.ForEach(theme => AddBehind(last.Position.Line, theme));
        else if (themes.Count > 0)
            added.Append(lineEnd).AppendJoin(lineEnd, themes).Append(lineEnd);
        foreach (var speech in all.Speeches)
        {
            if (library.FindSpeech(speech.Slug.Value) is { } now && (library.HasLost(now) || library.MayBeMissing(now)))
                continue;
            if (ledger.Find(speech.Slug) is not { } listed)
            {
                added.Append(lineEnd).AppendJoin(lineEnd, speech.Ids.Select(id => id.ToString()).Prepend(speech.ToString())).Append(lineEnd);
                continue;
            }
            var known = listed.Ids.ToDictionary(id => id.Id);
            var line = listed.Position.Line;
            foreach (var id in speech.Ids)
            {
                if (known.TryGetValue(id.Id, out var old))
                    line = old.Position.Line;
                else
                    AddBehind(line, id.ToString());
            }
        }
        var whole = new StringBuilder();
        for (var i = 0; i < file.Lines.Count; i++)
        {
            whole.Append(file.Text, file.Lines[i].Start, file.Lines[i].Next - file.Lines[i].Start);
            var isOpen = file.Lines[i].Length > 0 && file.Lines[i].Next == file.Lines[i].Start + file.Lines[i].Length;
            if (isOpen && (behind.ContainsKey(i + 1) || added.Length > 0))
                whole.Append(lineEnd);
            if (behind.TryGetValue(i + 1, out var lines))
                whole.Append(lines);
        }
        return whole.Append(added).ToString();

        void AddBehind(int line, string text)
        {
            if (!behind.TryGetValue(line, out var lines))
                behind.Add(line, lines = new());
            lines.Append(text).Append(lineEnd);
        }
    }
}

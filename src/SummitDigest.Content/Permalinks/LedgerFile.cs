using System.Collections.Immutable;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Permalinks;

/// <summary>Reads the ledger's file; its form stands on <see cref="PermalinkLedger"/>.</summary>
internal static class LedgerFile
{
    /// <summary>What the file of this name has. A line that is not understood is left out and reported.</summary>
    public static PermalinkLedger Read(string name, TextFile file, ProblemList problems)
    {
        var speeches = new List<PublishedSpeech>();
        var ids = ImmutableArray.CreateBuilder<PublishedId>();
        for (var i = 0; i < file.Lines.Count; i++)
        {
            var line = file.Text.Substring(file.Lines[i].Start, file.Lines[i].Length).Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var position = new SourcePosition(i + 1, 1);
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isWithdrawn = words[0] == "withdrawn";
            if (isWithdrawn)
                words = words[1..];
            switch (words)
            {
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
                    problems.Warning("permalink-unreadable", position, $"{ProblemList.Quote(line)} is not understood.", "Write \"speech\" with the name of its file and its title, and under it \"section\" with an id and its first passage, or \"passage\" with an id; in front of each there may be \"withdrawn\".");
                    break;
            }
        }
        Close();
        foreach (var twice in speeches.GroupBy(speech => speech.Slug).SelectMany(same => same.Skip(1)))
            problems.Warning("permalink-duplicate", twice.Position, $"The speech \"{twice.Slug}\" stands here twice, and only the first counts.", "Put its lines under the first.");
        return new(name, speeches);

        void Close()
        {
            if (speeches.Count > 0)
                speeches[^1] = speeches[^1] with { Ids = [.. ids.DistinctBy(id => id.Id)] };
            ids.Clear();
        }
    }
}

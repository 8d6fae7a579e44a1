using System.Text;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Importing;

/// <summary>Gives the passages of an imported report their ids: cut and numbered by the reader of speeches itself, so that it finds them again.</summary>
internal static class PassageIds
{
    /// <summary>The file with ids behind its passages: <c>^p1</c>, <c>^p2</c> … or, where it is written over a speech, the one that a passage with these words has there.</summary>
    /// <param name="markdown">The file without them.</param>
    /// <param name="limits">What it may be.</param>
    /// <param name="replaced">The speech that it is written over, or null.</param>
    /// <param name="published">Ids that no passage is given anew.</param>
    public static string Write(string markdown, ContentLimits limits, Speech? replaced, IEnumerable<ContentId> published)
    {
        var problems = new ProblemList("");
        if (TextFile.FromBytes(Encoding.UTF8.GetBytes(markdown), problems) is not { } file)
            return markdown;
        var end = Enumerable.Range(1, file.Lines.Count - 1).First(i => file.Text.AsSpan(file.Lines[i].Start, file.Lines[i].Length) is "---");
        var blocks = MarkdownBlocks.Read(file, file.Lines[end].Next, limits, problems);
        var written = blocks.Select(block => block.Id).ToHashSet();
        var known = (replaced?.Passages ?? []).Where(passage => !written.Contains(passage.Id)).GroupBy(passage => passage.Text)
            .ToDictionary(same => same.Key, same => new Queue<ContentId>(same.Select(passage => passage.Id)));
        var kept = blocks.Select(block => block.Id is null && block is PassageBlockText && known.GetValueOrDefault(block.Text)?.TryDequeue(out var id) == true ? block with { Id = id } : block).ToList();
        var ids = new BlockIds(kept, published.ToHashSet(), problems).Passages;
        return MissingIds.Write(file, blocks.OfType<PassageBlockText>(), ids);
    }
}

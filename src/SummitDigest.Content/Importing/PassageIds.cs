using System.Text;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Importing;

/// <summary>Gives the passages of an imported report their ids: cut and numbered by the reader of speeches itself, so that it finds them again.</summary>
internal static class PassageIds
{
    /// <summary>The file with <c>^p1</c>, <c>^p2</c> … behind its passages.</summary>
    public static string Write(string markdown, ContentLimits limits)
    {
        var problems = new ProblemList("");
        if (TextFile.FromBytes(Encoding.UTF8.GetBytes(markdown), problems) is not { } file)
            return markdown;
        var end = Enumerable.Range(1, file.Lines.Count - 1).First(i => file.Text.AsSpan(file.Lines[i].Start, file.Lines[i].Length) is "---");
        var blocks = MarkdownBlocks.Read(file, file.Lines[end].Next, limits, problems);
        var passages = blocks.OfType<PassageBlockText>().ToList();
        return MissingIds.Write(file, passages, new BlockIds(blocks, new HashSet<ContentId>(), problems).Passages);
    }
}

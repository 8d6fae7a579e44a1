using System.Text;

namespace SummitDigest.Content.Reading;

/// <summary>Writes the ids into a speech's file that it has without saying so. Nothing else in the text changes.</summary>
internal static class MissingIds
{
    /// <summary>The file's text with an id behind every passage and heading.</summary>
    /// <param name="file">The file.</param>
    /// <param name="blocks">What was read from it.</param>
    /// <param name="ids">The id of each block, in the same order.</param>
    public static string Write(TextFile file, IEnumerable<BlockText> blocks, IEnumerable<ContentId> ids)
    {
        // Most files have them all; their text need not be there twice.
        if (blocks.All(block => block.Id is not null))
            return file.Text;
        var lineEnd = file.LineEnd;
        var text = new StringBuilder(file.Text.Length + 1024);
        var written = 0;
        foreach (var (block, id) in blocks.Zip(ids).Where(pair => pair.First.Id is null))
        {
            var (offset, isAlone) = block.IdPlace;
            text.Append(file.Text, written, offset - written)
                .Append(isAlone ? lineEnd + lineEnd : " ")
                .Append(block is HeadingBlockText ? $"{{#{id}}}" : $"^{id}");
            written = offset;
        }
        return text.Append(file.Text, written, file.Text.Length - written).ToString();
    }
}

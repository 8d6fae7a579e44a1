namespace SummitDigest.Content.Importing;

/// <summary>Tells numbered paragraphs from paragraphs that happen to start with a number.</summary>
internal static class NumberedParagraphs
{
    /// <summary>Marks paragraphs whose numbers count on, whatever stands between them.</summary>
    public static List<Block> Mark(IReadOnlyList<Block> blocks)
    {
        var numbers = blocks.Select(block => block.IsHeading || block.Text.Length == 0 ? null : ListMark.Read(block.Text) is var (mark, rest) && mark.IsNumber ? new { mark, rest } : null).ToList();
        var marked = blocks.ToList();
        var last = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (numbers[i] is null)
                continue;
            if (last >= 0 && numbers[i]!.mark.Follows(numbers[last]!.mark))
            {
                Number(last);
                Number(i);
            }
            last = i;
        }
        return marked;

        void Number(int i) => marked[i] = blocks[i] with { Number = numbers[i]!.mark.Text, Text = numbers[i]!.rest };
    }
}

using System.Collections.Immutable;

namespace SummitDigest.Content.Importing;

/// <summary>Tells headings from short paragraphs in a text whose format does not mark them.</summary>
internal static class Headings
{
    private const int MostWords = 10;
    private const int MostCharacters = 80;
    private const int MostHan = 25;

    /// <summary>Whether a line is a heading in capitals: some words without a closing mark.</summary>
    public static bool IsInCapitals(string text) =>
        text.Length <= MostCharacters && text.Count(char.IsLetter) >= 4 && text.Count(char.IsUpper) >= 4 && !text.Any(char.IsLower)
        && text[^1] is not ('.' or ',' or ';' or '!' or '"' or '”');

    /// <summary>Marks headings: lines in capitals, and short lines alone whose form shows it. One with nothing under it stays a passage.</summary>
    public static ImmutableArray<Block> Mark(IReadOnlyList<Block> blocks)
    {
        // Where everything is in capitals they mark nothing.
        var isShouted = blocks.Count(block => IsInCapitals(block.Text)) * 2 > blocks.Count;
        var marked = blocks.ToArray();
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (IsLine(blocks[i]) && (IsInCapitals(blocks[i].Text) && !isShouted && !IsOfPages(blocks[i].Text) || IsLabel(blocks, i)))
                marked[i] = blocks[i] with { HeadingLevel = 2, Text = blocks[i].Number is { } number ? $"{number} {blocks[i].Text}" : blocks[i].Text, Number = null };
        }
        return [.. marked];
    }

    private static bool IsLine(Block block) => !block.IsHeading && block.Items.IsEmpty && block.Text.Length > 0;

    // "(MORE)" and its like, which agencies print between pages.
    private static bool IsOfPages(string text) => text[0] == '(';

    /// <summary>A short line without a closing mark after a whole sentence and above a paragraph of some length.</summary>
    private static bool IsLabel(IReadOnlyList<Block> blocks, int i)
    {
        var text = blocks[i].Text;
        if (i == 0 || !IsShort(text) || !(char.IsUpper(text[0]) || Script.IsHan(text[0]) || text[0] is '（' || char.IsAsciiDigit(text[0])))
            return false;
        if (char.IsPunctuation(text[^1]) && text[^1] is not (')' or '）' or '”' or '»'))
            return false;
        var (before, after) = (blocks[i - 1], blocks[i + 1]);
        return (Script.EndsSentence(before.AllText) || before.IsHeading) && after.AllText.Length >= 2 * text.Length && !IsShort(after.AllText);
    }

    private static bool IsShort(string text) => Script.IsMostlyWide(text)
        ? text.Length <= MostHan
        : text.Length <= MostCharacters && text.Count(c => c == ' ') < MostWords;
}

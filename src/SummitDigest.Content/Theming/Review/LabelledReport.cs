using System.Collections.Immutable;
using System.Text;

namespace SummitDigest.Content.Theming.Review;

/// <summary>A report whose blocks readers have labelled with themes: the gold standard that a lexicon is measured against.</summary>
/// <param name="Name">As the labels file has it.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Texts">The texts of all blocks, labelled or not, in order.</param>
/// <param name="Blocks">The labelled ones, in order.</param>
public sealed record LabelledReport(string Name, string Language, ImmutableArray<string> Texts, ImmutableArray<LabelledBlock> Blocks)
{
    private const string Bullets = "-*+•·–—";

    /// <summary>The labelled blocks with the themes that they get when the report is a speech: all its blocks are its passages.</summary>
    public ImmutableArray<ThemedBlock> Theme(ThemeScorer theming)
    {
        var decisions = theming.Decide(Texts, Language);
        return [.. Blocks.Select(block => new ThemedBlock(this, block, decisions[block.Index]))];
    }

    /// <summary>The blocks of a plain text: what stands between empty lines, white space collapsed, the items of a list on lines of their own.</summary>
    internal static ImmutableArray<string> Cut(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<string>();
        var block = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var words = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0)
            {
                block.Append(block.Length == 0 ? "" : IsItem(words) ? "\n" : " ").Append(words);
            }
            else if (block.Length > 0)
            {
                blocks.Add(block.ToString());
                block.Clear();
            }
        }
        return blocks.ToImmutable();
    }

    private static bool IsItem(string line)
    {
        var mark = line.Split(' ')[0];
        return mark.Length == 1 && Bullets.Contains(mark[0]) || mark.Length > 1 && mark[^1] is '.' or ')' && mark[..^1].All(char.IsAsciiDigit);
    }
}

/// <summary>A block of a report, and the theme that readers gave it.</summary>
/// <param name="Index">Its place in the report, from 0.</param>
/// <param name="Theme">Null where they gave it none.</param>
/// <param name="Secondary">Other themes that it touches.</param>
public sealed record LabelledBlock(int Index, ContentId? Theme, ImmutableArray<ContentId> Secondary);

/// <summary>A labelled block, and what the lexicon made of it.</summary>
public sealed record ThemedBlock(LabelledReport Report, LabelledBlock Block, ThemeDecision Decision)
{
    /// <summary>Whether the lexicon gave it the readers' theme.</summary>
    public bool IsRight => Decision.Theme == Block.Theme;

    /// <summary>Whether the lexicon gave it the readers' theme or one that it touches.</summary>
    public bool IsNearlyRight => IsRight || Decision.Theme is { } theme && Block.Secondary.Contains(theme);

    /// <summary>Its text, white space collapsed.</summary>
    public string Text => Report.Texts[Block.Index];
}

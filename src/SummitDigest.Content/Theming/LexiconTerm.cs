using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Theming;

/// <summary>One entry of a lexicon: a word, a phrase or a stem with the points it is worth.</summary>
/// <param name="Theme">Null for the occasion: ceremony and logistics.</param>
/// <param name="Text">As the editor wrote it; a word that ends in <c>*</c> is a stem.</param>
/// <param name="Weight">Points; 0 hides what it matches from all shorter terms, below 0 speaks against the theme.</param>
/// <param name="Words">Its words, folded.</param>
/// <param name="Position">Where it stands in <c>themes.yml</c>.</param>
internal sealed record LexiconTerm(ContentId? Theme, string Text, int Weight, ImmutableArray<TermWord> Words, SourcePosition Position)
{
    /// <summary>The term; null where the text has no word in it or more than <see cref="MaxWords"/>.</summary>
    public static LexiconTerm? TryCreate(ContentId? theme, string text, int weight, SourcePosition position)
    {
        var words = Content.Words.Split(text)
            .Select(word => new TermWord(word.Folded, IsStem: word.End < text.Length && text[word.End] == '*', word.AfterStop))
            .ToImmutableArray();
        return words.Length is 0 or > MaxWords ? null : new(theme, text, weight, words, position);
    }

    /// <summary>The most words of a term; Chinese characters are words here.</summary>
    public const int MaxWords = 16;

    /// <summary>What the term matches, in one form: two terms with the same key are the same term.</summary>
    public string Key => string.Join(' ', Words.Select(word => word.IsStem ? word.Folded + "*" : word.Folded));

    /// <summary>Whether the term stands in a text at a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MatchesAt(ImmutableArray<Word> text, int index)
    {
        if (index + Words.Length > text.Length)
            return false;
        for (var i = 0; i < Words.Length; i++)
        {
            if (!Words[i].Matches(text[index + i], isFirst: i == 0))
                return false;
        }
        return true;
    }
}

/// <summary>A word of a term, folded; a stem matches every word that begins with it.</summary>
internal sealed record TermWord(string Folded, bool IsStem, bool AfterStop)
{
    /// <summary>Whether a word of a text is this word. A phrase does not reach across a comma or full stop that it does not have itself.</summary>
    public bool Matches(Word word, bool isFirst) =>
        (isFirst || AfterStop || !word.AfterStop)
        && (IsStem ? word.Folded.StartsWith(Folded, StringComparison.Ordinal) : word.Folded == Folded);
}

using System.Collections.Immutable;

namespace SummitDigest.Content.Theming.Review;

/// <summary>The terms of a theme in one language that stand in no passage of the content.</summary>
/// <param name="Theme">Null for the occasion.</param>
/// <param name="Language">As <c>themes.yml</c> has it, such as <c>en</c>.</param>
/// <param name="Total">How many terms there are.</param>
/// <param name="Terms">Those that never stand there, in order of the file.</param>
public sealed record SilentTerms(Theme? Theme, string Language, int Total, ImmutableArray<SilentTerm> Terms);

/// <summary>A term that stands in no passage, or only where a longer one takes its words.</summary>
/// <param name="Text">As it stands in the lexicon.</param>
/// <param name="Line">Its line in <c>themes.yml</c>.</param>
public sealed record SilentTerm(string Text, int Weight, int Line);

/// <summary>How much of the content the lexicon reaches, and how much of the lexicon the content.</summary>
/// <param name="Passages">How many passages there are.</param>
/// <param name="Unexplained">Those without a theme because no term stands there, or too few; not those for which the editor chose. Newest speech first.</param>
/// <param name="Silent">For each language in which there are speeches, in alphabetical order: the themes in the order of <c>themes.yml</c>, then the occasion.</param>
/// <param name="Unknown">
/// Frequent words that stand in no term of their language, without function words: those first that most unexplained
/// passages repeat, then those that stand in most of them.
/// </param>
public sealed record Coverage(int Passages, ImmutableArray<ExplainedPassage> Unexplained, ImmutableArray<SilentTerms> Silent, ImmutableArray<UnknownWord> Unknown)
{
    /// <summary>Looks at all passages; those in languages that <c>themes.yml</c> has no terms for count as unexplained, but their words do not count.</summary>
    /// <param name="inAtLeast">In how many passages a word is frequent.</param>
    public static Coverage Of(Library library, int inAtLeast = 3)
    {
        var unexplained = library.Speeches
            .SelectMany(speech => speech.Passages.Where(IsUnexplained).Select(passage => ExplainedPassage.Of(library, speech, passage)));
        var languages = library.Speeches
            .GroupBy(speech => ThemeScorer.PrimaryLanguage(speech.Language), StringComparer.Ordinal)
            .OrderBy(speeches => speeches.Key, StringComparer.Ordinal)
            .Select(speeches => library.Theming.LexiconOf(speeches.Key) is { } lexicon ? Read(library, speeches, lexicon, inAtLeast) : ([], []))
            .ToList();
        return new(
            library.PassageCount,
            [.. unexplained],
            [.. languages.SelectMany(language => language.Silent)],
            [
                .. languages.SelectMany(language => language.Unknown)
                    .OrderByDescending(word => word.Repeated).ThenByDescending(word => word.Unexplained).ThenByDescending(word => word.Passages)
                    .ThenBy(word => word.Text, StringComparer.Ordinal).ThenBy(word => word.Language, StringComparer.Ordinal),
            ]);
    }

    private static bool IsUnexplained(Passage passage) => passage.Theming.Reason == DecisionReason.TooLittle;

    private static (IReadOnlyList<SilentTerms> Silent, IReadOnlyList<UnknownWord> Unknown) Read(Library library, IGrouping<string, Speech> speeches, Lexicon lexicon, int inAtLeast)
    {
        var silent = lexicon.Terms.ToHashSet();
        var unknown = new UnknownWords(speeches.Key, lexicon);
        foreach (var (speech, passage) in speeches.SelectMany(speech => speech.Passages, (speech, passage) => (speech, passage)))
        {
            var words = Words.Split(passage.Text);
            silent.ExceptWith(lexicon.Find(words).Select(found => found.Term));
            unknown.Add(speech, passage, words, IsUnexplained(passage));
        }
        var byTheme = lexicon.Terms.ToLookup(term => term.Theme);
        return (
            [
                .. library.Themes.Select(theme => (Theme?)theme).Append(null)
                    .Where(theme => byTheme.Contains(theme?.Id))
                    .Select(theme => new SilentTerms(theme, speeches.Key, byTheme[theme?.Id].Count(),
                        [.. byTheme[theme?.Id].Where(silent.Contains).Select(term => new SilentTerm(term.Text, term.Weight, term.Position.Line))])),
            ],
            [.. unknown.InAtLeast(inAtLeast)]);
    }
}

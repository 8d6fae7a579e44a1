using System.Collections.Immutable;

namespace SummitDigest.Content.Theming.Review;

/// <summary>A passage to which another lexicon gives another theme.</summary>
/// <param name="From">Null for none.</param>
/// <param name="To">Null for none.</param>
public sealed record MovedPassage(Speech Speech, Passage Passage, ContentId? From, ContentId? To);

/// <summary>A labelled block to which another lexicon gives another theme.</summary>
/// <param name="Before">The block as it was themed.</param>
/// <param name="After">The same block as it is themed now.</param>
public sealed record MovedBlock(ThemedBlock Before, ThemedBlock After);

/// <summary>What a change of <c>themes.yml</c> does: the passages and labelled blocks that it moves to other themes.</summary>
/// <param name="Passages">Newest speech first, then in speaking order; without those for which the editor chose.</param>
/// <param name="Blocks">In order of the labels file.</param>
public sealed record ThemeChanges(ImmutableArray<MovedPassage> Passages, ImmutableArray<MovedBlock> Blocks)
{
    /// <summary>Themes the library's passages and the reports with both.</summary>
    /// <param name="before">The lexicon before the change.</param>
    /// <param name="after">The lexicon now, as a rule the library's own.</param>
    public static ThemeChanges Between(ThemeScorer before, ThemeScorer after, Library library, IEnumerable<LabelledReport> reports) => new(
        [.. library.Speeches.AsParallel().AsOrdered().SelectMany(speech => Moved(speech, before, after))],
        [
            .. reports.SelectMany(report => report.Theme(before).Zip(report.Theme(after), (was, now) => new MovedBlock(was, now)))
                .Where(block => block.Before.Decision.Theme != block.After.Decision.Theme),
        ]);

    private static IEnumerable<MovedPassage> Moved(Speech speech, ThemeScorer before, ThemeScorer after)
    {
        var passages = speech.Passages.ToList();
        var texts = passages.ConvertAll(passage => passage.Text);
        var was = before.Decide(texts, speech.Language);
        var now = after.Decide(texts, speech.Language);
        return passages
            .Select((passage, i) => new MovedPassage(speech, passage, was[i].Theme, now[i].Theme))
            .Where(moved => moved.From != moved.To && moved.Passage.Theming.DecidedBy == DecidedBy.Lexicon);
    }
}

using System.Buffers;
using System.Collections.Immutable;

namespace SummitDigest.Content.Theming;

/// <summary>
/// Gives each passage of a speech its theme, by rules that a reader can follow with pencil and paper:
/// <list type="number">
/// <item>The terms of the lexicon are looked for, phrases before words; each stretch of text counts for one term, and a
/// term counts once however often it stands there.</item>
/// <item>A theme's own score is the sum of its terms' weights, divided by the square root of how many times longer the
/// passage is than 80 words. The occasion (ceremony, logistics) is scored the same way.</item>
/// <item>A short line without a closing mark is a label: no theme.</item>
/// <item>The best theme needs the threshold; else no theme.</item>
/// <item>Where the occasion scores more than the best theme: no theme.</item>
/// <item>Where three or more themes come within the margin of the best: an overview, no theme.</item>
/// <item>A theme that leads the next one by the margin is the passage's theme.</item>
/// <item>Where no theme leads so, the neighbours are asked, because a speech stays with a theme for a while: the passages
/// before and behind each lend 2 points to the theme that leads in them, and rules 3 to 7 are gone through again. What
/// is decided so, or by less than the margin, is not certain.</item>
/// <item>An editor's choice goes before all of this.</item>
/// </list>
/// The numbers were chosen on labelled reports; deterministic, independent of culture and time. Immutable.
/// </summary>
public sealed class ThemeScorer
{
    private const double Margin = 0.25;
    private const double Loan = 2;

    // Few paragraphs of a news report are longer; one that is touches more things.
    private const double UsualWords = 80;
    private const int LongestLabel = 8;
    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create(".!?…。！？؟;；");

    private readonly Dictionary<string, Lexicon> _lexicons;

    internal ThemeScorer(ImmutableArray<Theme> themes, ILookup<string, LexiconTerm> termsByLanguage, string text)
    {
        (Themes, Text) = (themes, text);
        _lexicons = termsByLanguage.ToDictionary(terms => terms.Key, terms => new Lexicon(terms), StringComparer.Ordinal);
    }

    /// <summary>In the order of <c>themes.yml</c>.</summary>
    public ImmutableArray<Theme> Themes { get; }

    /// <summary>The text of <c>themes.yml</c> that all here was read from; empty where there is none.</summary>
    public string Text { get; }

    /// <summary>A scorer without themes.</summary>
    internal static ThemeScorer None { get; } = new([], Array.Empty<LexiconTerm>().ToLookup(_ => ""), text: "");

    /// <summary>Whether there are terms for a language tag.</summary>
    public bool Knows(string language) => LexiconOf(language) is not null;

    /// <summary>The terms for a language tag, or null where there are none.</summary>
    internal Lexicon? LexiconOf(string language) => _lexicons.GetValueOrDefault(PrimaryLanguage(language));

    /// <summary>Decides for all passages of a speech, in speaking order.</summary>
    /// <param name="texts">The passages' plain texts.</param>
    /// <param name="language">The speech's BCP 47 tag; without a lexicon for its primary language no passage gets a theme.</param>
    public ImmutableArray<ThemeDecision> Decide(IReadOnlyList<string> texts, string language) =>
        Decide([.. texts.Select(text => (text, Words.Split(text)))], language);

    /// <summary>The same for passages whose words are known already.</summary>
    internal ImmutableArray<ThemeDecision> Decide(IReadOnlyList<(string Text, ImmutableArray<Word> Words)> passages, string language)
    {
        var lexicon = LexiconOf(language) ?? new([]);
        var alone = passages.Select(passage => Read(passage.Text, passage.Words, lexicon)).ToList();
        var leading = alone.Select(LeadingTheme).ToList();
        return [.. alone.Select((reading, i) => Decide(reading, [leading.ElementAtOrDefault(i - 1), leading.ElementAtOrDefault(i + 1)]))];
    }

    /// <summary>The decision with an editor's choice in place of the lexicon's; the evidence stays.</summary>
    internal static ThemeDecision Override(ThemeDecision decision, ContentId? theme) => decision with
    {
        Theme = theme,
        Secondary = SecondaryThemes(decision.Scores, theme),
        DecidedBy = DecidedBy.Editor,
        Reason = DecisionReason.Editor,
        Certain = true,
    };

    private Reading Read(string text, ImmutableArray<Word> words, Lexicon lexicon)
    {
        var wordCount = Words.Count(words);
        var evidence = FindEvidence(text, words, lexicon);
        var isLabel = wordCount <= LongestLabel && !text.Contains('\n') && !text.AsSpan().ContainsAny(ClosingMarks);
        return new(isLabel, evidence, Score(evidence, wordCount));
    }

    private static ContentId? LeadingTheme(Reading reading) =>
        Choose(reading, reading.Scores) is { Reason: DecisionReason.Lead, Theme: var theme } ? theme : null;

    private static ThemeDecision Decide(Reading reading, ContentId?[] neighbours)
    {
        var scores = reading.Scores;
        var (theme, reason) = Choose(reading, scores);
        if (reason != DecisionReason.Lead)
        {
            var alone = theme;
            scores = [.. scores.Select(score => score.Theme is null ? score : score with { Lent = Loan * neighbours.Count(lender => lender == score.Theme) })];
            (theme, reason) = Choose(reading, scores);
            if (theme is not null && (theme != alone || reason == DecisionReason.Lead))
                reason = DecisionReason.Neighbours;
        }
        // The sort is stable: equal scores stay in the order of themes.yml.
        ImmutableArray<ThemeScore> ranked = [.. scores.Where(score => score.Score > 0).OrderByDescending(score => score.Score)];
        var isCertain = reason is not (DecisionReason.NarrowLead or DecisionReason.Neighbours);
        return new(theme, SecondaryThemes(ranked, theme), DecidedBy.Lexicon, reason, isCertain, ranked, reading.Evidence);
    }

    private static ImmutableArray<Evidence> FindEvidence(string text, ImmutableArray<Word> words, Lexicon lexicon) =>
    [
        .. lexicon.Find(words)
            .Where(found => found.Term.Weight != 0)
            .DistinctBy(found => found.Term)
            .Select(found =>
            {
                var start = words[found.At].Start;
                var end = words[found.At + found.Term.Words.Length - 1].End;
                return new Evidence(found.Term.Theme, found.Term.Text, text[start..end], found.Term.Weight, start);
            }),
    ];

    private ImmutableArray<ThemeScore> Score(ImmutableArray<Evidence> evidence, int wordCount)
    {
        var length = Math.Sqrt(Math.Max(1, wordCount / UsualWords));
        return
        [
            .. Themes.Select(theme => (ContentId?)theme.Id).Append(null)
                .Select(theme => new ThemeScore(theme, Math.Max(0, evidence.Where(item => item.Theme == theme).Sum(item => item.Weight) / length), Lent: 0)),
        ];
    }

    private static (ContentId? Theme, DecisionReason Reason) Choose(Reading reading, ImmutableArray<ThemeScore> scores)
    {
        var ranked = scores.Where(score => score.Theme is not null).OrderByDescending(score => score.Score).ToList();
        if (reading.IsLabel)
            return (null, DecisionReason.Label);
        if (ranked.Count == 0 || ranked[0].Score < ThemeDecision.Threshold)
            return (null, DecisionReason.TooLittle);
        if (scores.First(score => score.Theme is null).Own > ranked[0].Score)
            return (null, DecisionReason.Occasion);
        var bestAlone = ranked.Max(score => score.Own);
        if (ranked.Count(score => score.Own > 0 && score.Own >= bestAlone * (1 - Margin)) > 2)
            return (null, DecisionReason.Overview);
        var isClose = ranked.Count > 1 && ranked[1].Score >= ranked[0].Score * (1 - Margin);
        return (ranked[0].Theme, isClose ? DecisionReason.NarrowLead : DecisionReason.Lead);
    }

    private static ImmutableArray<ContentId> SecondaryThemes(ImmutableArray<ThemeScore> ranked, ContentId? chosen) =>
        [.. ranked.Where(score => score.Own >= ThemeDecision.Threshold && score.Theme is not null && score.Theme != chosen).Select(score => score.Theme!)];

    /// <summary>The language of a BCP 47 tag, by which <c>themes.yml</c> lists terms: "zh" of "zh-Hans".</summary>
    internal static string PrimaryLanguage(string tag) => tag.Split('-')[0].ToLowerInvariant();

    /// <summary>What a passage says by itself.</summary>
    /// <param name="Scores">Every theme in the order of <c>themes.yml</c>, and last the occasion; nothing lent.</param>
    private sealed record Reading(bool IsLabel, ImmutableArray<Evidence> Evidence, ImmutableArray<ThemeScore> Scores);
}

using System.Collections.Immutable;
using System.Globalization;
using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Importing;

/// <summary>A news report as it was found in a text, ready to be written as a speech's file. What the text does not state is null, never guessed.</summary>
public sealed record ImportedReport
{
    private readonly string _body;
    private readonly ContentLimits _limits;

    /// <param name="slug">See <see cref="Slug"/>.</param>
    /// <param name="body">The headings and passages in Markdown, without ids.</param>
    /// <param name="limits">What the body may be for its passages to get ids.</param>
    internal ImportedReport(ContentId slug, string body, ContentLimits limits) => (Slug, _body, _limits) = (slug, body, limits);

    /// <summary>A speech with nothing but a title, all else to be filled in.</summary>
    public static ImportedReport Skeleton(ContentId slug, string title, ContentLimits limits) => new(slug, YamlFields.Open + "\n", limits) { Title = title, Language = "en" };

    /// <summary>A name for the file: from the title, or else speaker and event, with the year behind it.</summary>
    public ContentId Slug { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>Whose speech is reported, without titles of office. Null in a statement whose speaker is not named and where several speak with equal weight.</summary>
    public string? Speaker { get; init; }

    /// <summary>Others with a title or an office who are named in full, in order of the text.</summary>
    public ImmutableArray<string> OtherSpeakers { get; init; } = [];

    /// <summary>The summit, conference or forum.</summary>
    public string? Event { get; init; }

    /// <summary>The city.</summary>
    public string? Place { get; init; }

    /// <summary>The day, of several the first.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The date as the text has it: "Dec. 10", "25 to 29 November 2019".</summary>
    public string? DateText { get; init; }

    /// <summary>Whether the text states a day but neither it nor the editor a year.</summary>
    public bool LacksYear => DateText is not null && Date is null;

    /// <summary>The agency or paper.</summary>
    public string? Publisher { get; init; }

    /// <summary>The bylines' names.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Lines above and below the report that are none of its text, as they stood: who edited it, "ENDS", rights.</summary>
    public ImmutableArray<string> EditorLines { get; init; } = [];

    /// <summary>The page that a saved HTML file says it is: http or https.</summary>
    public Uri? Url { get; init; }

    /// <summary>Place, date and agency as printed in front of the first sentence, without the dash behind them.</summary>
    public string? Dateline { get; init; }

    /// <summary>A BCP 47 tag; null where the text is in none of the languages that are told apart.</summary>
    public string? Language { get; init; }

    /// <summary>A report, or the words of a speaker in the first person as taken down or as prepared.</summary>
    public SpeechKind Kind { get; init; }

    /// <summary>
    /// The speech's file: front matter with <c>TODO</c> for each required value that the text does not state, then headings
    /// and passages with their ids. Text beyond the limits gets no ids: loading the file says why.
    /// </summary>
    public string ToMarkdown() => PassageIds.Write(ReportFrontMatter.Write(this) + _body, _limits, replaced: null, []);

    /// <summary>
    /// The file as it is written over a speech: passages with the same words keep their ids, so that links to them last, and
    /// the others get ids that nothing had before.
    /// </summary>
    public string ToMarkdown(Speech replaced, PermalinkLedger ledger) => PassageIds.Write(
        ReportFrontMatter.Write(this) + _body, _limits, replaced,
        ledger.Of(replaced.Slug, replaced.Aliases).SelectMany(published => published.Ids).Select(id => id.Id).Concat(replaced.Moved.Keys).Concat(replaced.Passages.Select(passage => passage.Id)));

    internal string? IsoDate => Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

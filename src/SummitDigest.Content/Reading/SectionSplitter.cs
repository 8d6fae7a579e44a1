using System.Collections.Immutable;
using System.Globalization;
using SummitDigest.Content.Theming;

namespace SummitDigest.Content.Reading;

/// <summary>
/// Puts a speech's passages into sections: under the report's own headings or, where it has none, by theme. A section
/// whose id is not written in the file keeps the one that it was published with, and no other section is given that.
/// </summary>
/// <param name="themes">The themes that sections can be titled with.</param>
/// <param name="takenIds">Ids that no section may be given.</param>
/// <param name="published">Sections of this speech that were published, as ids and the passages with which they begin now, or null where those are gone.</param>
internal sealed class SectionSplitter(IReadOnlyList<Theme> themes, IEnumerable<ContentId> takenIds, IReadOnlyList<(ContentId Id, ContentId? First)> published)
{
    private static readonly ContentId OpeningId = ContentId.TryCreate("overview")!;

    private readonly HashSet<ContentId> _taken = [.. takenIds, .. published.Select(section => section.Id)];
    private readonly HashSet<ContentId> _given = [.. takenIds];
    private readonly Dictionary<ContentId, int> _next = [];
    private readonly ILookup<ContentId?, (ContentId Id, int Index)> _publishedByFirst = published.Select((section, index) => (section, index)).ToLookup(pair => pair.section.First, pair => (pair.section.Id, pair.index));

    /// <summary>
    /// A section for each run of passages with the same theme, titled with the theme; passages of no theme make a section
    /// without a heading.
    /// </summary>
    public ImmutableArray<Section> ByTheme(IEnumerable<Passage> passages)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        var run = new List<Passage>();
        foreach (var passage in passages)
        {
            if (run.Count > 0 && run[0].Theming.Theme != passage.Theming.Theme)
                Close();
            run.Add(passage);
        }
        Close();
        return sections.ToImmutable();

        void Close()
        {
            if (run.Count == 0)
                return;
            var theme = themes.FirstOrDefault(theme => theme.Id == run[0].Theming.Theme);
            var name = theme?.Id ?? OpeningId;
            sections.Add(new(PublishedId(run, id => IsNumbered(id, name)) ?? FreeId(name), theme?.Title, Level: 2, theme?.Id, [.. run]));
            run.Clear();
        }
    }

    /// <summary>A section for each heading; passages before the first one make a section without a heading.</summary>
    /// <param name="blocks">The headings, and the passages between them, in order.</param>
    public ImmutableArray<Section> ByHeading(IEnumerable<(HeadingBlockText? Heading, Passage? Passage)> blocks)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        HeadingBlockText? heading = null;
        var passages = new List<Passage>();
        foreach (var block in blocks)
        {
            if (block.Passage is { } passage)
            {
                passages.Add(passage);
                continue;
            }
            Close();
            heading = block.Heading;
        }
        Close();
        return sections.ToImmutable();

        void Close()
        {
            if (heading is null && passages.Count == 0)
                return;
            var name = heading is null ? OpeningId : ContentId.FromTitle(heading.Text) ?? ContentId.TryCreate("section")!;
            var id = heading?.Id ?? PublishedId(passages, _ => true) ?? PublishedWithoutPassages(name) ?? FreeId(name);
            // The page has the speech's title as its only heading of level one.
            sections.Add(new(id, heading?.Text, Math.Max(2, heading?.Level ?? 2), MostSpoken(passages), [.. passages]));
            passages.Clear();
        }
    }

    /// <summary>The theme, or none, that has most words; of equals the one that comes first.</summary>
    private static ContentId? MostSpoken(IEnumerable<Passage> passages) =>
        passages.GroupBy(passage => passage.Theming.Theme).MaxBy(group => group.Sum(passage => passage.WordCount))?.Key;

    /// <summary>The id under which a section with one of these passages first was published.</summary>
    private ContentId? PublishedId(List<Passage> passages, Func<ContentId, bool> fits)
    {
        var (id, _) = passages.SelectMany(passage => _publishedByFirst[passage.Id]).Where(section => fits(section.Id) && !_given.Contains(section.Id)).OrderBy(section => section.Index).FirstOrDefault();
        return id is not null && _given.Add(id) ? id : null;
    }

    // A heading that is followed by a heading at once is known again by its words alone.
    private ContentId? PublishedWithoutPassages(ContentId name) =>
        _publishedByFirst[null].Any(section => section.Id == name) && _given.Add(name) ? name : null;

    private static bool IsNumbered(ContentId id, ContentId name) =>
        id == name || id.Value.StartsWith(name.Value + "-", StringComparison.Ordinal) && id.Value[(name.Value.Length + 1)..].All(char.IsAsciiDigit);

    private ContentId FreeId(ContentId wish)
    {
        for (var n = _next.GetValueOrDefault(wish, 1); ; n++)
        {
            _next[wish] = n + 1;
            var suffix = n == 1 ? "" : n.ToString("-0", CultureInfo.InvariantCulture);
            var text = wish.Value[..Math.Min(wish.Value.Length, ContentId.MaxLength - suffix.Length)] + suffix;
            if (ContentId.TryCreate(text) is { } id && _taken.Add(id))
                return id;
        }
    }
}

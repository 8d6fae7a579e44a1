using System.Collections.Immutable;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Permalinks;

/// <summary>An id of a section or passage that was published once.</summary>
/// <param name="Id">The id.</param>
/// <param name="IsSection">Whether it was a section's, not a passage's.</param>
/// <param name="FirstPassage">Where the section began when it was published; null for a passage, and for a section without passages.</param>
/// <param name="IsWithdrawn">Whether an editor took it out on purpose.</param>
/// <param name="Position">Its line in the ledger.</param>
public sealed record PublishedId(ContentId Id, bool IsSection, ContentId? FirstPassage, bool IsWithdrawn, SourcePosition Position)
{
    /// <summary>Its line in the ledger.</summary>
    public override string ToString() =>
        $"{(IsWithdrawn ? "withdrawn " : "")}{(IsSection ? "section" : "passage")} {Id}{(FirstPassage is null ? "" : $" {FirstPassage}")}";
}

/// <summary>A speech that was published once.</summary>
/// <param name="Slug">The slug that it had.</param>
/// <param name="Title">Its title then, for a page that says what was there.</param>
/// <param name="IsWithdrawn">Whether an editor took it out on purpose.</param>
/// <param name="Ids">Its sections' and passages' ids in speaking order, a section in front of its passages.</param>
/// <param name="Position">Its line in the ledger.</param>
public sealed record PublishedSpeech(ContentId Slug, string Title, bool IsWithdrawn, ImmutableArray<PublishedId> Ids, SourcePosition Position)
{
    /// <summary>Its own line in the ledger.</summary>
    public override string ToString() => $"{(IsWithdrawn ? "withdrawn " : "")}speech {Slug} {string.Join(' ', Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
}

/// <summary>A theme that was published once.</summary>
/// <param name="Id">The id that it had.</param>
/// <param name="IsWithdrawn">Whether an editor took it out on purpose.</param>
/// <param name="Position">Its line in the ledger.</param>
public sealed record PublishedTheme(ContentId Id, bool IsWithdrawn, SourcePosition Position)
{
    /// <summary>Its line in the ledger.</summary>
    public override string ToString() => $"{(IsWithdrawn ? "withdrawn " : "")}theme {Id}";
}

/// <summary>
/// Every address that was ever published. Its file, <c>content/permalinks.txt</c>, has a line for each; <c>withdrawn</c> in
/// front of one says that it was taken out on purpose, and <c>#</c> begins a comment:
/// <code>
/// theme rivers
/// speech river-conference-2024 Opening of the river conference
/// section overview p1
/// passage p1
/// section rivers p2
/// passage p2
/// withdrawn passage p3
/// </code>
/// Behind a section's id stands the passage with which it began, so that its old address leads there when sections change.
/// </summary>
public sealed class PermalinkLedger
{
    private readonly Dictionary<ContentId, PublishedSpeech> _bySlug;

    /// <summary>Puts a ledger together. Of two entries for one speech the first counts.</summary>
    /// <param name="file">Its file's name, as <see cref="Problem.File"/> has it.</param>
    public PermalinkLedger(string file, IEnumerable<PublishedTheme> themes, IEnumerable<PublishedSpeech> speeches)
    {
        File = file;
        Themes = [.. themes];
        Speeches = [.. speeches];
        _bySlug = [];
        foreach (var speech in Speeches)
            _bySlug.TryAdd(speech.Slug, speech);
    }

    /// <summary>Its file's name, as <see cref="Problem.File"/> has it.</summary>
    public string File { get; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<PublishedTheme> Themes { get; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<PublishedSpeech> Speeches { get; }

    /// <summary>What was published under a slug, or null.</summary>
    public PublishedSpeech? Find(ContentId slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>What was published of a speech, under its slug and under those that it had before.</summary>
    public IEnumerable<PublishedSpeech> Of(ContentId slug, IEnumerable<ContentId> aliases) =>
        aliases.Prepend(slug).Select(Find).OfType<PublishedSpeech>();

    /// <summary>The ledger with everything that a library publishes put in: new ids behind those that they follow, new speeches by slug and new themes at the end.</summary>
    public PermalinkLedger With(Library library)
    {
        var known = Speeches.DistinctBy(published => published.Slug)
            .Select(published => library.FindSpeech(published.Slug.Value) is { } speech ? With(published, speech) : published);
        var added = library.Speeches.Where(speech => Find(speech.Slug) is null).OrderBy(speech => speech.Slug.Value, StringComparer.Ordinal)
            .Select(speech => With(new(speech.Slug, speech.Title, IsWithdrawn: false, [], SourcePosition.Start), speech));
        var themes = library.Themes.Select(theme => theme.Id).Except(Themes.Select(theme => theme.Id)).Select(id => new PublishedTheme(id, IsWithdrawn: false, SourcePosition.Start));
        return new(File, Themes.Concat(themes), known.Concat(added));
    }

    private PublishedSpeech With(PublishedSpeech published, Speech speech)
    {
        var known = published.Ids.Select(id => id.Id).ToHashSet();
        // Under a new slug a section still is the one that began where it began at first.
        var before = Of(speech.Slug, speech.Aliases).SelectMany(old => old.Ids).Where(id => id.IsSection).ToLookup(id => id.Id);
        var added = new List<(ContentId? Behind, PublishedId Id)>();
        ContentId? last = null;
        foreach (var id in Now(speech))
        {
            if (known.Contains(id.Id))
                last = id.Id;
            else
                added.Add((last, before[id.Id].FirstOrDefault() is { } first ? id with { FirstPassage = first.FirstPassage } : id));
        }
        var addedBehind = added.ToLookup(one => one.Behind, one => one.Id);
        return published with { Title = speech.Title, Ids = [.. addedBehind[null], .. published.Ids.SelectMany(id => addedBehind[id.Id].Prepend(id))] };
    }

    private static IEnumerable<PublishedId> Now(Speech speech)
    {
        foreach (var section in speech.Sections)
        {
            yield return new(section.Id, IsSection: true, section.Passages.FirstOrDefault()?.Id, IsWithdrawn: false, SourcePosition.Start);
            foreach (var passage in section.Passages)
                yield return new(passage.Id, IsSection: false, FirstPassage: null, IsWithdrawn: false, SourcePosition.Start);
        }
    }
}

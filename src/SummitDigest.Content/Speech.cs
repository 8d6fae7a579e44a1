using System.Collections.Immutable;

namespace SummitDigest.Content;

/// <summary>What the text of a speech is.</summary>
public enum SpeechKind
{
    /// <summary>A reporter's words about a speech.</summary>
    Report,

    /// <summary>The speaker's words as taken down.</summary>
    Transcript,

    /// <summary>The speaker's words as prepared.</summary>
    Draft,
}

/// <summary>Whose wording the text is.</summary>
public enum Wording
{
    /// <summary>The words of the source.</summary>
    Original,

    /// <summary>The source restated in this project's words, with its facts, names, dates and attributions kept.</summary>
    Digest,
}

/// <summary>Where a speech's text comes from.</summary>
/// <param name="Title">The source's own headline.</param>
/// <param name="Authors">Its bylines: "Ama Mensah", or "Mensah, Ama" where the order matters to lists. Empty for an agency's unsigned report.</param>
/// <param name="Url">http or https.</param>
/// <param name="Dateline">Place, date and agency as the source prints them in front of its first sentence.</param>
/// <param name="Retrieved">The day on which the source was read.</param>
public sealed record SpeechSource(string? Publisher, string? Title, ImmutableArray<string> Authors, Uri? Url, string? Dateline, DateOnly? Retrieved);

/// <summary>One report of one speech. Immutable and safe to share between requests.</summary>
/// <param name="Slug">Its name in addresses: the file's name without <c>.md</c>.</param>
/// <param name="File">As <see cref="Problems.Problem.File"/> has it.</param>
/// <param name="FamilyName">The part of the speaker's name by which lists of references sort: "Xi" of "Xi Jinping". The whole name for an institution or a name without parts; null where the file does not say.</param>
/// <param name="Language">A BCP 47 tag, such as <c>en</c> or <c>zh-Hans</c>.</param>
/// <param name="Aliases">Slugs under which the speech could once be found.</param>
/// <param name="Moved">Ids that sections and passages once had, and the ids they have now.</param>
/// <param name="Markdown">Its file's text, with the ids written in that it lacks: read again, it gives the same speech.</param>
/// <param name="Sections">In speaking order; joined, their passages are the whole report.</param>
public sealed record Speech(
    ContentId Slug,
    string File,
    string Title,
    string Speaker,
    string? FamilyName,
    string Event,
    string? Place,
    DateOnly Date,
    string Language,
    SpeechKind Kind,
    Wording Wording,
    SpeechSource Source,
    ImmutableArray<ContentId> Aliases,
    ImmutableDictionary<ContentId, ContentId> Moved,
    string Markdown,
    ImmutableArray<Section> Sections)
{
    /// <summary>Can be neither a slug nor an alias: <c>/speeches/page/2</c> is the second page of all speeches.</summary>
    public const string ReservedSlug = "page";

    /// <summary>All passages in speaking order.</summary>
    public IEnumerable<Passage> Passages => Sections.SelectMany(section => section.Passages);

    /// <summary>The ids of its sections, then those of its passages.</summary>
    public IEnumerable<ContentId> Ids => Sections.Select(section => section.Id).Concat(Passages.Select(passage => passage.Id));

    /// <summary>Length in words of English length.</summary>
    public int WordCount => Passages.Sum(passage => passage.WordCount);
}

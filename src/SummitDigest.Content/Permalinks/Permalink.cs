namespace SummitDigest.Content.Permalinks;

/// <summary>What a link within the site leads to.</summary>
/// <param name="Id">That of a section or passage; null for the speech itself.</param>
/// <param name="Ending">Of a file, without a dot in front, such as <c>json</c>; null for a page.</param>
public sealed record LinkTarget(Speech Speech, ContentId? Id, string? Ending);

/// <summary>What is at an address that was published at some time.</summary>
public abstract record Permalink
{
    private Permalink()
    {
    }

    /// <summary>A section, or one of its passages, is there.</summary>
    /// <param name="Passage">Null where the address is the section's.</param>
    public sealed record Here(Speech Speech, Section Section, Passage? Passage) : Permalink;

    /// <summary>It has another address now.</summary>
    /// <param name="Id">Null where the address is the speech's.</param>
    public sealed record Moved(Speech Speech, ContentId? Id) : Permalink;

    /// <summary>It was taken out.</summary>
    /// <param name="Title">Of the speech that it was in.</param>
    /// <param name="Was">What was there; null for a speech as a whole.</param>
    /// <param name="Speech">The speech, where that is still there.</param>
    /// <param name="Nearest">The passage that stood nearest to it and is still there.</param>
    public sealed record Gone(string Title, PublishedId? Was, Speech? Speech, Passage? Nearest) : Permalink;

    /// <summary>It is in a file that has a mistake at the moment.</summary>
    public sealed record Unavailable : Permalink;
}

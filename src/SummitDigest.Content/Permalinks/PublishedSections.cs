using System.Collections.Immutable;

namespace SummitDigest.Content.Permalinks;

/// <summary>Where sections that were published once begin now.</summary>
internal static class PublishedSections
{
    /// <summary>The passage with which a section began or, where that is gone, the next one of it that is still there.</summary>
    /// <param name="ids">All that was published of the speech.</param>
    /// <param name="section">One of them.</param>
    /// <param name="now">The passage that has an id now, or null.</param>
    public static ContentId? FirstPassage(ImmutableArray<PublishedId> ids, PublishedId section, Func<ContentId, ContentId?> now)
    {
        if (section.FirstPassage is null)
            return null;
        // In the ledger its passages follow it, up to the next section.
        var own = ids.SkipWhile(id => id != section).Skip(1).TakeWhile(id => !id.IsSection).Select(id => id.Id);
        return own.Prepend(section.FirstPassage).Select(now).FirstOrDefault(passage => passage is not null);
    }
}

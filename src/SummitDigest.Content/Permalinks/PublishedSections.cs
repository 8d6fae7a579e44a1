using System.Collections.Immutable;

namespace SummitDigest.Content.Permalinks;

/// <summary>Where sections that were published once begin now.</summary>
internal static class PublishedSections
{
    /// <summary>Each section with the passage with which it began or, where that is gone, the next one of it that is still there; null where none is.</summary>
    /// <param name="ids">All that was published of the speech.</param>
    /// <param name="now">The passage that has an id now, or null.</param>
    public static IEnumerable<(ContentId Id, ContentId? First)> WithFirst(ImmutableArray<PublishedId> ids, Func<ContentId, ContentId?> now)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i].IsSection)
                yield return (ids[i].Id, First(ids, i, now));
        }
    }

    private static ContentId? First(ImmutableArray<PublishedId> ids, int section, Func<ContentId, ContentId?> now)
    {
        if (ids[section].FirstPassage is not { } began)
            return null;
        var first = now(began);
        // In the ledger its passages follow it, up to the next section.
        for (var i = section + 1; first is null && i < ids.Length && !ids[i].IsSection; i++)
            first = now(ids[i].Id);
        return first;
    }
}

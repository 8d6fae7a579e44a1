using SummitDigest.Content;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>Passages as a page shows them, one below the other.</summary>
/// <param name="Speech">The speech that they are of.</param>
/// <param name="Passages">In speaking order.</param>
/// <param name="HasIds">Whether their elements have their ids: not on a page that gathers passages of many speeches.</param>
/// <param name="IsAlone">Whether this is the only passage's own page.</param>
/// <param name="IsAmongAll">Whether the page has the whole speech.</param>
internal sealed record PassagesView(Speech Speech, IReadOnlyList<Passage> Passages, bool HasIds = true, bool IsAlone = false, bool IsAmongAll = false);

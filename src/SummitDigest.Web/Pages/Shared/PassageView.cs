using SummitDigest.Content;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>A passage as a page shows it.</summary>
/// <param name="ElementId">The id of its element: the passage's own in its speech, null on a page that gathers passages of many speeches.</param>
/// <param name="IsAlone">Whether this is the passage's own page.</param>
internal sealed record PassageView(Speech Speech, Passage Passage, string? ElementId, bool IsAlone = false);

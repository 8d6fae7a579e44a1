using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;

namespace SummitDigest.Web.Pages.Speeches;

/// <summary>All speeches, by year.</summary>
internal sealed class IndexModel(Library library) : PageModel
{
    /// <summary>Newest year first, and within it the newest speech.</summary>
    public IReadOnlyList<IGrouping<int, Speech>> Years => [.. library.Speeches.GroupBy(speech => speech.Date.Year)];
}

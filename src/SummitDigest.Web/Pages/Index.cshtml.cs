using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;

namespace SummitDigest.Web.Pages;

/// <summary>The newest speech in full, and the next ones under it.</summary>
internal sealed class IndexModel(Library library) : PageModel
{
    private const int MostOthers = 12;

    /// <summary>Null in an empty library.</summary>
    public Speech? Newest => library.Speeches.FirstOrDefault();

    /// <summary>Those that come next, not all of them.</summary>
    public IReadOnlyList<Speech> Others => [.. library.Speeches.Skip(1).Take(MostOthers)];
}

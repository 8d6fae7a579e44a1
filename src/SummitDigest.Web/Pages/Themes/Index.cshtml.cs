using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;
using SummitDigest.Content.Theming;

namespace SummitDigest.Web.Pages.Themes;

/// <summary>All themes.</summary>
internal sealed class IndexModel(Library library) : PageModel
{
    /// <summary>In the order of <c>themes.yml</c>, with the number of passages that have the theme.</summary>
    public IEnumerable<(Theme Theme, int Passages)> Themes => library.Themes.Select(theme =>
        (theme, library.Speeches.Sum(speech => speech.Passages.Count(passage => passage.Theming.Theme == theme.Id))));
}

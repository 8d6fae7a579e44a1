using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;
using SummitDigest.Content.Theming;

namespace SummitDigest.Web.Pages.Themes;

/// <summary>All that was said on a theme.</summary>
internal sealed class ThemeModel(Library library) : PageModel
{
    /// <exception cref="InvalidOperationException">Read before OnGet found the theme.</exception>
    public Theme Theme { get => field ?? throw new InvalidOperationException("OnGet sets Theme."); private set; }

    /// <summary>The speeches that speak of the theme, oldest first, with the passages that have it and those that touch it.</summary>
    public IReadOnlyList<(Speech Speech, IReadOnlyList<Passage> Passages, IReadOnlyList<Passage> Touching)> Spoken =>
    [
        .. library.Speeches.Reverse()
            .Select(speech => (
                speech,
                Passages: (IReadOnlyList<Passage>)[.. speech.Passages.Where(passage => passage.Theming.Theme == Theme.Id)],
                Touching: (IReadOnlyList<Passage>)[.. speech.Passages.Where(passage => passage.Theming.Secondary.Contains(Theme.Id))]))
            .Where(spoken => spoken.Passages.Count + spoken.Touching.Count > 0),
    ];

    /// <summary>The page, or 404.</summary>
    /// <param name="id">Null where the address has only white space in its place.</param>
    public IActionResult OnGet(string? id)
    {
        if (id is null || library.FindTheme(id) is not { } theme)
            return NotFound();
        Theme = theme;
        return Page();
    }
}

using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages.Shared;

namespace SummitDigest.Web.Pages.Themes;

/// <summary>All that was said on a theme, or a page of it.</summary>
internal sealed class ThemeModel(Library library, SiteLinks links) : PageModel
{
    /// <exception cref="InvalidOperationException">Read before OnGet found the theme.</exception>
    public Theme Theme { get => field ?? throw new InvalidOperationException("OnGet sets Theme."); private set; }

    /// <summary>The speeches that speak of the theme, oldest first, as far as they are on this page.</summary>
    public ImmutableArray<Spoken> Spoken { get; private set; }

    /// <summary>The page among the others.</summary>
    /// <exception cref="InvalidOperationException">Read before OnGet found the page.</exception>
    public PageList Pages { get => field ?? throw new InvalidOperationException("OnGet sets Pages."); private set; }

    /// <summary>The page, a redirect to the theme's own address from that of its first page or from one that it once had, or 404.</summary>
    /// <param name="id">Null where the address has only white space in its place.</param>
    public IActionResult OnGet(string? id)
    {
        if (id is null)
            return NotFound();
        if (library.FindTheme(id) is not { } theme)
            return library.FindFormerTheme(id) is { } now ? RedirectPermanent(links.To(now)) : NotFound();
        // Not a parameter, as with the list of speeches.
        var asked = RouteData.Values["number"] as string;
        if (asked == "1")
            return RedirectPermanent(links.To(theme));
        var pages = ThemePages.Of(library, theme);
        if (pages.Find(asked ?? "1") is not { } number)
            return NotFound();
        Theme = theme;
        Spoken = pages[number];
        Pages = PageList.Of(number, pages.Numbers.Select(page => LinkTo(page, pages[page])));
        return Page();
    }

    /// <summary>Whether no speech of the same year stands before it on this page.</summary>
    public bool IsFirstOfYear(Speech speech) => Spoken.First(spoken => spoken.Speech.Date.Year == speech.Date.Year).Speech == speech;

    private PageLink LinkTo(int number, ImmutableArray<Spoken> spoken) => new(
        number,
        links.ToPage(Theme, number),
        spoken.IsEmpty ? "" : PageText.Years(spoken[0].Speech.Date.Year, spoken[^1].Speech.Date.Year),
        spoken.Select(one => $"ui-{one.Speech.Slug}"));
}

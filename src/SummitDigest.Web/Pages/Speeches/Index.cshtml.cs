using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages.Shared;

namespace SummitDigest.Web.Pages.Speeches;

/// <summary>All speeches, by year, or a page of them.</summary>
internal sealed class IndexModel(Library library, SiteLinks links) : PageModel
{
    /// <summary>Newest year first, and within it the newest speech.</summary>
    public ImmutableArray<SpeechYear> Years { get; private set; }

    /// <summary>The page among the others.</summary>
    /// <exception cref="InvalidOperationException">Read before OnGet found the page.</exception>
    public PageList Pages { get => field ?? throw new InvalidOperationException("OnGet sets Pages."); private set; }

    /// <summary>The page, a redirect to the list's own address from that of its first page, or 404.</summary>
    public IActionResult OnGet()
    {
        // Not a parameter: that would be taken from ?number= as well, and be null where the address has only white space.
        var asked = RouteData.Values["number"] as string;
        if (asked == "1")
            return RedirectPermanent(links.Speeches);
        var pages = SpeechPages.Of(library);
        if (pages.Find(asked ?? "1") is not { } number)
            return NotFound();
        Years = pages[number];
        Pages = PageList.Of(number, pages.Numbers.Select(page => LinkTo(pages, page)));
        return Page();
    }

    private PageLink LinkTo(Paged<SpeechYear> pages, int number)
    {
        var years = pages[number];
        return new(
            number,
            links.SpeechesPage(number),
            years.IsEmpty ? "" : PageText.Years(years[0].Year, years[^1].Year),
            // A year on two pages is looked for on the first of them.
            years.Where(year => pages.NumberOf(other => other.Year == year.Year) == number).Select(year => string.Create(CultureInfo.InvariantCulture, $"ui-{year.Year}")));
    }
}

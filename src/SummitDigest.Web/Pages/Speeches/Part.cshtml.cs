using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;
using SummitDigest.Content.Permalinks;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages.Shared;

namespace SummitDigest.Web.Pages.Speeches;

/// <summary>One section or passage on a page of its own: the address that is linked to and cited.</summary>
internal sealed class PartModel(Library library, SiteLinks links) : PageModel
{
    /// <summary>The section or passage; null where it was taken out.</summary>
    public PartView? Part { get; private set; }

    /// <summary>What was here, where it was taken out.</summary>
    public Permalink.Gone? Gone { get; private set; }

    /// <summary>The page, a redirect from an address that the part once had, 410 where it was taken out, 503 where its file has a mistake, or 404.</summary>
    /// <param name="slug">Null where the address has only white space in its place; <paramref name="id"/> too.</param>
    public IActionResult OnGet(string? slug, string? id)
    {
        switch (slug is null || id is null ? null : library.Find(slug, id))
        {
            case Permalink.Here(var speech, var section, var passage):
                Part = new(speech, section, passage);
                return Page();
            case Permalink.Moved(var speech, { } now):
                return RedirectPermanent(links.PageOf(speech, now));
            case Permalink.Gone gone:
                Gone = gone;
                Response.StatusCode = StatusCodes.Status410Gone;
                return Page();
            case Permalink.Unavailable:
                return StatusCode(StatusCodes.Status503ServiceUnavailable);
            default:
                return NotFound();
        }
    }
}

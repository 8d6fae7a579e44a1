using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;
using SummitDigest.Content.Permalinks;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Pages.Speeches;

/// <summary>One speech in speaking order.</summary>
internal sealed class SpeechModel(Library library, SiteLinks links) : PageModel
{
    /// <exception cref="InvalidOperationException">Read before OnGet found the speech.</exception>
    public Speech Speech { get => field ?? throw new InvalidOperationException("OnGet sets Speech."); private set; }

    /// <summary>What was here, where it was taken out; then there is no speech.</summary>
    public Permalink.Gone? Gone { get; private set; }

    /// <summary>The page, a redirect from an address that the speech once had, 410 where it was taken out, 503 where its file has a mistake, or 404.</summary>
    /// <param name="slug">Null where the address has only white space in its place.</param>
    public IActionResult OnGet(string? slug)
    {
        if (slug is null)
            return NotFound();
        if (library.FindSpeech(slug) is { } speech)
        {
            Speech = speech;
            return Page();
        }
        switch (library.FindFormer(slug))
        {
            case Permalink.Moved(var now, _):
                return RedirectPermanent(links.To(now));
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

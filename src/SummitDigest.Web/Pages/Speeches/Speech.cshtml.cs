using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Pages.Speeches;

/// <summary>One speech in speaking order.</summary>
internal sealed class SpeechModel(Library library, SiteLinks links) : PageModel
{
    /// <exception cref="InvalidOperationException">Read before OnGet found the speech.</exception>
    public Speech Speech { get => field ?? throw new InvalidOperationException("OnGet sets Speech."); private set; }

    /// <summary>The page, a redirect from an address that the speech once had, or 404.</summary>
    /// <param name="slug">Null where the address has only white space in its place.</param>
    public IActionResult OnGet(string? slug)
    {
        if (slug is null)
            return NotFound();
        if (library.FindByAlias(slug) is { } moved)
            return RedirectPermanent(links.To(moved));
        if (library.FindSpeech(slug) is not { } speech)
            return NotFound();
        Speech = speech;
        return Page();
    }
}

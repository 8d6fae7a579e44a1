using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SummitDigest.Web.Pages;

/// <summary>What a reader sees in place of a page that is not there or failed. Says nothing of the inside.</summary>
[ResponseCache(NoStore = true)]
internal sealed class StatusModel : PageModel
{
    /// <summary>What happened.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What that means for the reader.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>The page for a status; 404 for whoever asks for this address itself.</summary>
    public void OnGet(int code)
    {
        var happened = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Response.StatusCode = happened ? code : StatusCodes.Status404NotFound;
        (Heading, Explanation) = Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("Not found", "Nothing is at this address. It may have been mistyped, or what stood here may have moved."),
            StatusCodes.Status410Gone => ("Taken out", "What stood at this address was taken out."),
            StatusCodes.Status503ServiceUnavailable => ("Not available at the moment", "What stands at this address is being mended. Please come back in a while: its address stays."),
            >= StatusCodes.Status500InternalServerError => ("Something went wrong", "The page could not be made. It is not your doing; please try again in a while."),
            _ => ("That did not work", "The request was not understood."),
        };
    }
}

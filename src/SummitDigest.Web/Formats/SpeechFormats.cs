using System.Text;
using SummitDigest.Content;
using SummitDigest.Content.Citing;
using SummitDigest.Content.Permalinks;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Formats;

/// <summary>
/// Serves speeches, and citations of them and of their sections and passages, as files for machines. As with pages, an
/// address that something once had redirects to that of today, one that was taken out answers 410, and one in a faulty file 503.
/// </summary>
internal static class SpeechFormats
{
    private const string Slug = "/speeches/{slug:id}", Id = "/{id:id}";

    /// <summary>Maps <c>/speeches/{slug}</c> with <c>.md</c>, <c>.json</c>, <c>.txt</c> and <c>.akn.xml</c>, and with <c>.bib</c>, <c>.ris</c> and <c>.csl.json</c>, these also behind the address of a section or passage.</summary>
    public static void MapSpeechFormats(this IEndpointRouteBuilder app)
    {
        app.MapSpeech(FileEndings.Markdown, (speech, _) => Results.Text(speech.Markdown, "text/markdown", Encoding.UTF8));
        app.MapSpeech(FileEndings.Json, (speech, request) => SpeechJsonResult.Of(speech, request.Library, request.Links));
        app.MapSpeech(FileEndings.PlainText, (speech, request) => Results.Text(PlainText.Of(speech, request.Links), "text/plain", Encoding.UTF8));
        app.MapSpeech(FileEndings.AkomaNtoso, (speech, request) => XmlResult.Of(AkomaNtoso.Of(speech, request.Library, request.Links, request.Site), AkomaNtoso.MediaType, indent: false));
        app.MapCitation(FileEndings.BibTeX, "application/x-bibtex", BibTeX.Write);
        app.MapCitation(FileEndings.Ris, "application/x-research-info-systems", Ris.Write);
        app.MapCitation(FileEndings.CslJson, "application/vnd.citationstyles.csl+json", CslJson.Write);
    }

    private static void MapSpeech(this IEndpointRouteBuilder app, string ending, Func<Speech, ReadRequest, IResult> write) =>
        app.MapRead($"{Slug}.{ending}", request =>
            request.Library.FindSpeech(request["slug"]) is { } speech ? write(speech, request) : Otherwise(request.Library.FindFormer(request["slug"]), request, ending));

    private static void MapCitation(this IEndpointRouteBuilder app, string ending, string mediaType, Func<Citation, string> write)
    {
        foreach (var isSecond in new[] { false, true })
        {
            var whole = isSecond ? FileEndings.OfSpeech(ending) : ending;
            app.MapSpeech(whole, (speech, request) =>
                Cite(speech, isSecond, work => Citation.Of(speech, work, request.Site, request.Links.Full(request.Links.To(speech)))));
            app.MapRead($"{Slug}{Id}.{whole}", request =>
            {
                var found = request.Library.Find(request["slug"], request["id"]);
                if (found is not Permalink.Here(var speech, var section, var passage))
                    return Otherwise(found, request, whole);
                var address = request.Links.Full(request.Links.PageOf(speech, passage?.Id ?? section.Id));
                return Cite(speech, isSecond, work => passage is null
                    ? Citation.Of(speech, section, work, request.Site, address)
                    : Citation.Of(speech, passage, work, request.Site, address));
            });
        }

        // A transcript is the speech itself: there is nothing second to cite.
        IResult Cite(Speech speech, bool isSecond, Func<CitedWork, Citation> of) => Citation.Works(speech) is var works && (!isSecond || works.Length > 1)
            ? Results.Text(write(of(works[isSecond ? 1 : 0])), mediaType, Encoding.UTF8)
            : Results.NotFound();
    }

    private static IResult Otherwise(Permalink? permalink, ReadRequest request, string ending) => permalink switch
    {
        Permalink.Moved(var speech, var id) => Results.Redirect(request.Links.FileOf(speech, id, ending), permanent: true),
        Permalink.Gone => Results.StatusCode(StatusCodes.Status410Gone),
        Permalink.Unavailable => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => Results.NotFound(),
    };
}

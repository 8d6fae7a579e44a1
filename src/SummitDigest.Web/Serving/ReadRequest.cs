using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Serving;

/// <summary>A request for something that is made of the library, with what making it needs.</summary>
internal readonly record struct ReadRequest(HttpContext Context)
{
    /// <summary>The library of this request and what is made from it.</summary>
    public Snapshot Snapshot => Get<Snapshot>();

    /// <summary>The library of this request.</summary>
    public Library Library => Snapshot.Library;

    /// <summary>The addresses of the site.</summary>
    public SiteLinks Links => Get<SiteLinks>();

    /// <summary>The site's scripts, stylesheet and pictures.</summary>
    public SiteAssets Assets => Get<SiteAssets>();

    /// <summary>The site's name.</summary>
    public string Site => Get<IOptions<SiteOptions>>().Value.Title;

    /// <summary>A part of the address, by its name in the pattern.</summary>
    public string this[string name] => (string)Context.GetRouteValue(name)!;

    /// <summary>Something else of the site's.</summary>
    public T Get<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();
}

/// <summary>Maps addresses that are there to be read, and are no pages.</summary>
internal static class ReadEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps an address to what makes its answer. The framework can hand a function its parameters by itself, but puts
    /// an expression together for each one that it is given, of which there are two dozen, at every start.
    /// </summary>
    public static IEndpointConventionBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Func<ReadRequest, IResult> answer) =>
        app.MapRead(pattern, request => answer(request).ExecuteAsync(request.Context));

    /// <summary>Maps an address to what answers by itself.</summary>
    public static IEndpointConventionBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Func<ReadRequest, Task> answer) =>
        app.MapMethods(pattern, Methods, context => answer(new(context)));
}

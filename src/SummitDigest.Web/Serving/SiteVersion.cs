using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Search.Indexing;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Serving;

/// <summary>
/// Names a state of the site: two answers of one version go together, whenever and by whichever replica they were given.
/// It changes with everything that shapes a page: the library, the options, the program, the scripts and the stylesheet, whether it is files; in
/// Development, where pages list them, with what is wrong in the content, too.
/// </summary>
internal sealed class SiteVersion(SiteAssets assets, IOptions<SiteOptions> options, SiteForm form, IWebHostEnvironment environment)
{
    /// <summary>The header with which every page says its version.</summary>
    public const string Header = "X-Content-Version";

    private readonly Lazy<string> _program = new(() => HashOf(
    [
        .. new[] { typeof(Site), typeof(Library), typeof(SearchIndex) }.Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString()),
        .. assets.Addresses.Values,
        options.Value.Title,
        options.Value.BaseUrl?.AbsoluteUri ?? "",
        form.ToString(),
        environment.EnvironmentName,
    ]));

    /// <summary>What of the version does not come from the content.</summary>
    public string Program => _program.Value;

    /// <summary>The version of the site with this content.</summary>
    public string Of(Snapshot snapshot) => $"{_program.Value}-{snapshot.Hash}{(environment.IsDevelopment() ? $"-{HashOf(snapshot.Problems.Select(problem => problem.ToString()))}" : "")}";

    private static string HashOf(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))).AsSpan(0, 8));
}

/// <summary>Puts the version on every page that is found. Errors have none, so that nobody keeps them.</summary>
internal sealed class VersionHeader(RequestDelegate next)
{
    /// <summary>Passes the request on; the header is added when the answer is about to be sent.</summary>
    public Task InvokeAsync(HttpContext context, Snapshot snapshot, SiteVersion version)
    {
        var response = context.Response;
        response.OnStarting(() =>
        {
            if (response.StatusCode == StatusCodes.Status200OK && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
                response.Headers[SiteVersion.Header] = version.Of(snapshot);
            return Task.CompletedTask;
        });
        return next(context);
    }
}

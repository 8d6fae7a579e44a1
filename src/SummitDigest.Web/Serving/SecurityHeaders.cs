namespace SummitDigest.Web.Serving;

/// <summary>The headers that every answer carries. Everything comes from the site itself; the import map alone is inline.</summary>
internal static class SecurityHeaders
{
    /// <summary>Adds the policies: one for the many small files of the search index, where pages' headers would outweigh the file, and one for all else.</summary>
    public static void AddSecurityHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies((builder, provider) =>
    {
        // Made at the first request: the import map is known when all assets are.
        var pages = new Lazy<HeaderPolicyCollection>(() => Pages(provider.GetRequiredService<ImportMap>()));
        var parts = Parts();
        builder.SetPolicySelector(context => IsPart(context.HttpContext.Request.Path) && context.HttpContext.Response.StatusCode == StatusCodes.Status200OK ? parts : pages.Value);
    });

    /// <summary>What pages say themselves where a host of files sends them, with whatever headers: the policy for content but for what only a header can say.</summary>
    public static string PolicyOfFiles(ImportMap imports) =>
        $"default-src 'none'; script-src 'self' '{imports.Hash}'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";

    private static HeaderPolicyCollection Pages(ImportMap imports) => new HeaderPolicyCollection()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self().From($"'{imports.Hash}'");
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddManifestSrc().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
        })
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddGeolocation().None();
            policy.AddMicrophone().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
        })
        // Sent over https only.
        .AddStrictTransportSecurityMaxAge();

    // What pages load and nobody opens by itself: there are many, and the headers of a page would be a good part of each.
    private static bool IsPart(PathString path) => IndexEndpoints.IsIndexFile(path) || path.StartsWithSegments("/js", StringComparison.Ordinal);

    private static HeaderPolicyCollection Parts() => new HeaderPolicyCollection()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddFrameAncestors().None();
        })
        .AddContentTypeOptionsNoSniff()
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin());
}

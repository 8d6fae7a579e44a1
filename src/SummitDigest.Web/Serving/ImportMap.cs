using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Serving;

/// <summary>
/// Tells browsers the fingerprinted address of each script module, so that modules can import one another by their plain
/// names and still be cached for good. It has to stand in the page, so the security policy allows it by its hash.
/// </summary>
internal sealed class ImportMap(SiteAssets assets, SiteForm form)
{
    private readonly Lazy<ImportMapDefinition> _map = new(() => Make(assets, form.PathBase));

    /// <summary>The map.</summary>
    public ImportMapDefinition Definition => _map.Value;

    /// <summary>What the policy allows: <c>'sha256-…'</c>.</summary>
    public string Hash => field ??= $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Definition.ToString())))}";

    /// <summary>The addresses of the modules that the search page needs, so that they are fetched side by side.</summary>
    /// <param name="isOneFile">Whether the index travels in one file, which the browser builds the rest from.</param>
    public IEnumerable<string> SearchModules(bool isOneFile)
    {
        yield return Definition.Imports![$"{form.PathBase}/js/engine.js"];
        yield return Definition.Imports[$"{form.PathBase}/js/hits.js"];
        if (isOneFile)
            yield return Definition.Imports[$"{form.PathBase}/js/build-index.js"];
    }

    // The framework's own map has keys relative to the page, which match at the site's root alone.
    private static ImportMapDefinition Make(SiteAssets assets, string pathBase) => new(
        assets.Addresses.Where(asset => asset.Key.EndsWith(".js", StringComparison.Ordinal) && asset.Key is not (OfflineEndpoints.Script or ChangeEvents.Script or SiteAssets.MovedScript))
            .ToDictionary(asset => $"{pathBase}/{asset.Key}", asset => $"{pathBase}/{asset.Value}"),
        null, null);
}

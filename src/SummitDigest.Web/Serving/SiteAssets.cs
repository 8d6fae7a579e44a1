using Microsoft.AspNetCore.Components;

namespace SummitDigest.Web.Serving;

/// <summary>The stylesheet, scripts and icon, whose addresses change with their content. Known when the site's endpoints are.</summary>
internal sealed class SiteAssets(EndpointDataSource endpoints)
{
    /// <summary>What pages at old addresses load in an export; no module imports it.</summary>
    public const string MovedScript = "js/moved.js";

    private readonly Lazy<SortedList<string, string>> _addresses = new(() => Find(endpoints));

    /// <summary>By plain name, such as <c>js/site.js</c>, the address without a slash in front; in order of the names.</summary>
    public IReadOnlyDictionary<string, string> Addresses => _addresses.Value;

    private static SortedList<string, string> Find(EndpointDataSource endpoints)
    {
        var assets = endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).First(found => found is not null)!;
        var addresses = new SortedList<string, string>(StringComparer.Ordinal);
        foreach (var asset in assets)
        {
            // Each is there compressed, too, under a name that no page uses.
            if (asset.Properties?.FirstOrDefault(property => property.Name == "label")?.Value is { } label && !label.EndsWith(".gz", StringComparison.Ordinal) && !label.EndsWith(".br", StringComparison.Ordinal))
                addresses[label] = asset.Url;
        }
        return addresses;
    }
}

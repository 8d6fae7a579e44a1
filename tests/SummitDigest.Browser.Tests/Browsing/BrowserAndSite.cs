namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>All browser tests share one browser and one site, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserAndSite : ICollectionFixture<BrowserFixture>, ICollectionFixture<SiteFixture>
{
    public const string Name = "browser and site";
}

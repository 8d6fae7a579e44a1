namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>Browser tests share one browser and one site, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserAndSite : ICollectionFixture<BrowserFixture>, ICollectionFixture<SiteFixture>
{
    public const string Name = "browser and site";
}

/// <summary>A second browser and site beside the first, for about half of the time that tests take: they mostly wait.</summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowserAndSite : ICollectionFixture<BrowserFixture>, ICollectionFixture<SiteFixture>
{
    public const string Name = "second browser and site";
}

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>The site with the bundled content, as in production, on a free port.</summary>
public sealed class SiteFixture : IDisposable
{
    private readonly SiteFactory _factory = new(Repository.Content);

    /// <summary>Starts the site.</summary>
    public SiteFixture()
    {
        _factory.UseKestrel(0);
        _factory.StartServer();
    }

    /// <summary>Where the site answers, without a slash at its end.</summary>
    public string Address => _factory.ClientOptions.BaseAddress.AbsoluteUri.TrimEnd('/');

    /// <inheritdoc/>
    public void Dispose() => _factory.Dispose();
}

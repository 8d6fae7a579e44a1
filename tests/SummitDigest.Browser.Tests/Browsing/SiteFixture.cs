using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>The site with the bundled content, as in production, on a free port.</summary>
public sealed class SiteFixture : IDisposable
{
    private readonly Factory _factory = new();

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

    private sealed class Factory : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Content:Folder", Repository.Content);
            builder.UseSetting("Content:Watch", "false");
            // What the site writes would drown what the tests say.
            builder.ConfigureLogging(logging => logging.ClearProviders());
        }
    }
}

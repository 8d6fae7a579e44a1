using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>Starts the site over a content folder.</summary>
/// <param name="isLive">Whether it runs as in Development and shows changes while it runs; else it is as in production, and shows what it read at its start.</param>
/// <param name="isCutOff">Told of each request's path before the site sees it; where it says true, the connection ends without an answer.</param>
internal sealed class SiteFactory(string folder, bool isLive = false, Func<string, bool>? isCutOff = null) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(isLive ? "Development" : "Production");
        // Not with UseSetting: that becomes words of the command line, with an empty "--Content=" among them.
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Content:Folder"] = folder,
            ["Content:Watch"] = isLive ? "true" : "false",
        }));
        if (isCutOff is not null)
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new CutConnections(isCutOff)));
        // What the site writes would drown what the tests say.
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    private sealed class CutConnections(Func<string, bool> isCutOff) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                if (isCutOff(context.Request.Path))
                    context.Abort();
                else
                    await rest(context);
            });
            next(app);
        };
    }
}

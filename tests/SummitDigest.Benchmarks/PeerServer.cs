using System.CommandLine;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SummitDigest.Web.Serving;
using SummitDigest.Web.Serving.Caching;

namespace SummitDigest.Benchmarks;

/// <summary>Servers to set the site beside; each runs in a process of its own.</summary>
internal static class PeerServer
{
    private const string Verb = "peer-server";
    private const string Cached = "output-cache";

    /// <summary>What the others start.</summary>
    public static Command Command()
    {
        var kind = new Argument<string>("kind");
        var urls = new Option<string>("--urls");
        var verb = new Command(Verb) { kind, urls };
        verb.Hidden = true;
        verb.SetAction(async arguments =>
        {
            var (asked, address) = (arguments.GetRequiredValue(kind), arguments.GetRequiredValue(urls));
            await using var app = asked == Cached ? BuildCached() : BuildBare(await File.ReadAllBytesAsync(asked));
            await app.RunAsync(address);
        });
        return verb;
    }

    /// <summary>Starts the site with the framework's output cache in front of everything that it does; it need not answer yet.</summary>
    public static RunningSite StartCached() => Start(Cached);

    /// <summary>Starts a server that has the bytes of one page in memory, compressed, and does nothing but send them.</summary>
    /// <param name="page">The page's file.</param>
    public static RunningSite StartBare(string page) => Start(page);

    private static RunningSite Start(string kind) => new("exec", [.. RunningSite.AsTheSite, Verb, kind]);

    private static WebApplication BuildCached()
    {
        SocketThreads.AnswerAtOnce();
        return Site.Build(["--Serilog:MinimumLevel:Default=Error"], services =>
        {
            services.AddOutputCache(options => options.AddBasePolicy(cache => cache.Expire(TimeSpan.FromDays(1)).SetVaryByHeader("Accept-Encoding")));
            services.AddSingleton<IStartupFilter>(new InFront());
        });
    }

    private static WebApplication BuildBare(byte[] page)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var bytes = ContentCodings.Encode(page, ContentCoding.Brotli, CompressionLevel.SmallestSize);
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.ContentEncoding = "br";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes, 0, bytes.Length);
        });
        return app;
    }

    private sealed class InFront : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseOutputCache();
            next(app);
        };
    }
}

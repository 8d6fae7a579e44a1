using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Settings.Configuration;
using System.Text.Unicode;
using SummitDigest.Content;
using SummitDigest.Web.Discovery;
using SummitDigest.Web.Formats;
using SummitDigest.Web.Links;
using SummitDigest.Web.Serving.Caching;

namespace SummitDigest.Web.Serving;

/// <summary>Puts the site together: its services, and the order in which a request passes through its parts.</summary>
internal static class Site
{
    /// <summary>The site, with its library loaded, ready to run.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is wrong; the failures say what to type.</exception>
    /// <param name="configure">Puts services in place of the site's own.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = Builder(args);
        // The content takes longest, so it is read from here on.
        builder.Services.AddSingleton(new FirstReading(builder.Configuration));
        // Without this a build that is not published would serve empty files in Production.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.AnswerAtOnce();
        AddLogging(builder);
        AddServices(builder.Services);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        // 1. A wrong option is refused before anything is done with it.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        AddPipeline(app);
        // 2. The library is there before the first request.
        _ = app.Services.GetRequiredService<LibraryStore>();
        return app;
    }

    /// <summary>What the site is put together with; its options are read, and nothing is checked yet.</summary>
    public static WebApplicationBuilder Builder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        // Options are read once, so nothing need watch their files; the system has few watchers to give. And the framework's
        // own switch for forwarded headers, which believes everyone, is off: there is Site:TrustedProxies. At the end nobody
        // waits for the whole of a request that somebody never finishes.
        Args = ["--hostBuilder:reloadConfigOnChange=false", "--forwardedHeaders_Enabled=false", $"--{WebHostDefaults.ShutdownTimeoutKey}=5", .. args],
        // Not the working directory: the site must start from anywhere.
        ContentRootPath = AppContext.BaseDirectory,
        // Not the process: tests, too, put the site together.
        ApplicationName = typeof(Site).Assembly.GetName().Name,
    });

    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // RequestLog says what there is to say, and where nobody listens the framework makes no activity of each request: a tenth
        // of the work for an answer that is kept.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // The sinks that come with the site, by name: looking for others among all assemblies takes time at every start.
        var sinks = new ConfigurationReaderOptions(typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly);
        builder.Services.AddSingleton<ILoggerProvider>(services => new SerilogLoggerProvider(
            new LoggerConfiguration().ReadFrom.Configuration(services.GetRequiredService<IConfiguration>(), sinks).CreateLogger(), dispose: true));
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSiteOptions();
        services.AddSingleton<LibraryStore>();
        services.AddHostedService<ContentWatcher>();
        // One library for the whole of a request, even if a newer one is put in its place meanwhile.
        services.AddScoped(provider => provider.GetRequiredService<LibraryStore>().Current);
        services.AddScoped(provider => provider.GetRequiredService<Snapshot>().Library);
        services.AddScoped(provider => provider.GetRequiredService<Snapshot>().Searcher);
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<SiteVersion>();
        services.AddSingleton<ImportMap>();
        services.AddSecurityHeaders();
        services.AddSingleton(new SiteForm());
        services.AddSingleton<SiteLinks>();
        services.AddHttpContextAccessor();
        services.AddRouting(options => options.ConstraintMap.Add("id", typeof(IdConstraint)));
        services.AddSingleton(TimeProvider.System);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            // Of what is not kept. Scripts and the stylesheet are there compressed, with a tag for each coding.
            options.MimeTypes = ["text/html", "text/plain", "application/json"];
        });
        services.AddHealthChecks().AddCheck<LibraryHealthCheck>("library");
        // No form changes anything here, so no key ring is needed, and none is written to disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        // Nobody signs in. AddMvc would put authorization in front of everything; Razor Pages need only this one service.
        services.AddSingleton<IAuthorizationPolicyProvider, DefaultAuthorizationPolicyProvider>();
        services.AddMvcCore().AddRazorPages(options =>
        {
            options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            // The further pages of long lists. What is written out wins over {slug}/{id}, so no speech can be called "page".
            options.Conventions.AddPageRoute("/Speeches/Index", $"speeches/{Speech.ReservedSlug}/{{number}}");
            options.Conventions.AddPageRoute("/Themes/Theme", "themes/{id}/page/{number}");
        });
        // Letters of every script stand in the pages as themselves; what HTML gives a meaning to is still escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
    }

    private static void AddPipeline(WebApplication app)
    {
        var isStatic = app.Services.GetRequiredService<SiteForm>().IsStatic;
        if (!isStatic)
            AddServing(app);
        // 7. Errors and empty 404s become pages.
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        // 8. One address for each page.
        app.UseMiddleware<CanonicalAddresses>();
        // 9. What is kept for reading offline is told apart by it.
        app.UseMiddleware<VersionHeader>();
        app.UseRouting();
        // 10. Here it is known which endpoint answers, and so whether the answer can be kept.
        if (!isStatic)
            app.UseMiddleware<AnswerMaker>();

        app.MapStaticAssets();
        app.MapIndex();
        app.MapChanges();
        app.MapHealth();
        app.MapRazorPages().WithStaticAssets().Add(KeepByPath);
        var byPath = app.MapGroup("").WithMetadata(new AnswersByPath());
        byPath.MapSpeechFormats();
        byPath.MapFeeds();
        byPath.MapSitemap();
        byPath.MapRobots();
        byPath.MapOpenSearch();
        byPath.MapServiceWorker();
    }

    // What a host of files does in its own way, or not at all.
    private static void AddServing(WebApplication app)
    {
        // 1. Before all that asks for the scheme, the host or the reader's address.
        app.UseTrustedProxies();
        // 2. What was asked for before is answered here, headers and all.
        app.UseMiddleware<KeptAnswers>();
        // 3. Sees the final status of everything below. Its OnStarting callback is registered first and so runs last: what the others
        // do is within the time until the answer begins.
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<AnswerHeaders>();
        // 4. Around all that makes answers, so that errors and files carry the headers too.
        app.UseSecurityHeaders();
        // 5. What is not kept: results of searches, errors. Nothing here is secret, so https makes no difference. The framework
        // says that other codings would give other bytes (Vary) only to those who name one.
        app.Use((context, next) =>
        {
            if (context.Request.Headers.AcceptEncoding.Count == 0)
                context.Request.Headers.AcceptEncoding = "identity";
            return next(context);
        });
        app.UseResponseCompression();
        // 6. Only reading, so that nothing below has to think of anything else.
        app.UseMiddleware<ReadOnlyMethods>();
    }

    // The search page alone is made of what is asked for, and the one for errors of what happened.
    private static void KeepByPath(EndpointBuilder page)
    {
        var pattern = ((RouteEndpointBuilder)page).RoutePattern.RawText!;
        if (!pattern.StartsWith("status/", StringComparison.Ordinal))
            page.Metadata.Add(new AnswersByPath(IgnoresQuery: pattern != "search"));
    }
}

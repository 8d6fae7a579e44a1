using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>
/// The site as files, in a folder of a host that can do nothing but send them: the <c>index.html</c> of a folder where an
/// address ends in a slash, and <c>404.html</c> for what is not there.
/// </summary>
internal sealed class ExportedSite : IAsyncDisposable
{
    /// <summary>The folder of the host.</summary>
    public const string Base = "/digest";

    private readonly string _parent = Directory.CreateTempSubdirectory("summit-digest-").FullName;
    private WebApplication? _host;
    private int _port;

    /// <summary>Where the site answers, without a slash at its end.</summary>
    public string Address => $"http://127.0.0.1:{_port}{Base}";

    /// <summary>A content folder that is not there yet, for what a test writes.</summary>
    public string Content => Path.Combine(_parent, "content");

    /// <summary>The files of the export.</summary>
    public string Folder => Path.Combine(_parent, "export");

    /// <summary>Exports content, in place of what was exported before.</summary>
    /// <exception cref="InvalidOperationException">The export failed.</exception>
    public async Task ExportAsync(string content)
    {
        if (!await Shell.RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "SummitDigest.Web.dll"), "export", Folder, "--base", $"{Base}/", $"--Content:Folder={content}"))
            throw new InvalidOperationException($"The export of {content} failed.");
    }

    /// <summary>Starts the host, at the same address each time.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        builder.Logging.ClearProviders();
        _host = builder.Build();
        _host.UseFileServer(new FileServerOptions
        {
            RequestPath = Base,
            FileProvider = new PhysicalFileProvider(Folder),
            StaticFileOptions = { ServeUnknownFileTypes = true },
        });
        _host.Run(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/html";
            await context.Response.SendFileAsync(Path.Combine(Folder, "404.html"));
        });
        await _host.StartAsync();
        _port = new Uri(_host.Urls.Single()).Port;
    }

    /// <summary>Answers nobody any more, as if there were no network.</summary>
    public async Task StopAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _host = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_parent, recursive: true);
    }
}

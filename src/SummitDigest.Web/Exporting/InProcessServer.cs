using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace SummitDigest.Web.Exporting;

/// <summary>What the site answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">Where a redirect leads; null for other answers.</param>
/// <param name="Body">The body, in no coding.</param>
internal sealed record Answer(int Status, string? Location, ReadOnlyMemory<byte> Body);

/// <summary>Stands where the network otherwise is: hands requests to the site in this process.</summary>
internal sealed class InProcessServer : IServer
{
    private Func<IFeatureCollection, Task>? _answer;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Asks for an address. Any number may be asked for at once.</summary>
    /// <param name="site">Scheme and host.</param>
    /// <param name="pathBase">The folder that the site is in; empty, or with a slash in front and none behind.</param>
    /// <param name="path">The address within the site.</param>
    /// <exception cref="InvalidOperationException">The site was not started.</exception>
    public async Task<Answer> GetAsync(Uri site, string pathBase, string path)
    {
        using var body = new MemoryStream();
        var response = new HttpResponseFeature();
        var written = new StreamResponseBodyFeature(body);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Protocol = HttpProtocol.Http11,
            Scheme = site.Scheme,
            PathBase = pathBase,
            Path = path,
            Headers = new HeaderDictionary { [HeaderNames.Host] = site.Authority },
        });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(written);
        await (_answer ?? throw new InvalidOperationException("The site was not started."))(features);
        await written.CompleteAsync();
        return new(response.StatusCode, response.Headers.Location.FirstOrDefault(), body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _answer = async features =>
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);
                application.DisposeContext(context, exception: null);
            }
            catch (Exception e)
            {
                application.DisposeContext(context, e);
                throw;
            }
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

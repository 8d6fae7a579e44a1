using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SummitDigest.Web.Serving;

/// <summary>Whether the library is in order: healthy without problems, degraded with some. Either way the site serves what it has.</summary>
internal sealed class LibraryHealthCheck(LibraryStore store) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var snapshot = store.Current;
        var data = new Dictionary<string, object>
        {
            ["speeches"] = snapshot.Library.Speeches.Length,
            ["passages"] = snapshot.Library.PassageCount,
            ["stale"] = snapshot.Library.Stale.Select(slug => slug.Value).ToArray(),
            ["problems"] = snapshot.Problems.Select(problem => problem.ToString()).ToArray(),
        };
        return Task.FromResult(snapshot.Problems.IsEmpty
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded(data: data));
    }
}

/// <summary>The addresses that an operator's tools ask.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (the library is loaded; details as JSON). Both 200 while the site serves.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(new
            {
                status = report.Status.ToString(),
                library = report.Entries["library"].Data,
            }),
        });
    }
}

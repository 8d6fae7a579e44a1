using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace SummitDigest.Web.Serving;

/// <summary>
/// What proxies say of a request: the reader's address (<c>X-Forwarded-For</c>), and the scheme and host that were asked
/// (<c>X-Forwarded-Proto</c>, <c>X-Forwarded-Host</c>). Anyone can write these headers, so they are believed of the proxies
/// alone that <c>Site:TrustedProxies</c> names. (What comes by a Unix socket comes from no address; with the option it is
/// believed, too, since only who may open the socket's file can send it.)
/// </summary>
internal static class TrustedProxies
{
    /// <summary>Believes the proxies that are named; without any, the headers mean nothing.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.TrustedProxies;
        if (trusted.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // From hop to hop, for as long as each is one that is named.
            ForwardLimit = null,
        };
        // The framework trusts this machine unasked.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in trusted)
            options.KnownIPNetworks.Add(TryParse(text)!.Value);
        app.UseForwardedHeaders(options);
    }

    /// <summary>An address, such as <c>127.0.0.1</c>, or a network, such as <c>10.0.0.0/8</c>; null for anything else.</summary>
    public static IPNetwork? TryParse(string text)
    {
        var written = text.Split('/')[0];
        if (!IPAddress.TryParse(written, out var address))
            return null;
        // In full: the framework takes "10" for 0.0.0.10, and 010.0.0.1 for 8.0.0.1.
        if (address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != written)
            return null;
        if (written == text)
            return new(address, 8 * address.GetAddressBytes().Length);
        return IPNetwork.TryParse(text, out var network) ? network : null;
    }
}

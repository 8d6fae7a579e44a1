using System.Net;
using System.Net.Sockets;

namespace SummitDigest.Tests;

/// <summary>Ports for programs that must be told theirs.</summary>
internal static class Ports
{
    /// <summary>One that nobody listens on. Until somebody does, another may take it.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

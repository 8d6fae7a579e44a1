namespace SummitDigest.Web.Serving;

/// <summary>
/// On which threads requests are answered: over HTTP/1.1 on those that hear of them, as nginx does it, instead of being handed
/// over to others, which takes longer than sending what is kept. What takes its time has to leave them
/// (<see cref="Caching.KeptAnswers"/>); TLS handshakes stay on these threads, as they do in nginx.
/// </summary>
internal static class SocketThreads
{
    // Read by the runtime once, before the first socket (SocketAsyncEngine.Unix.cs); it has no option for it.
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Has this process do so with all its sockets, before it has any; an operator's own setting of the variable stays.</summary>
    public static void AnswerAtOnce()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
            Environment.SetEnvironmentVariable(Variable, "1");
    }

    /// <summary>Has the server do its part, where the process does.</summary>
    public static void AnswerAtOnce(this IWebHostBuilder host) => host.UseSockets(sockets =>
    {
        sockets.UnsafePreferInlineScheduling = Environment.GetEnvironmentVariable(Variable) == "1";
        // One call to the system less for each request, for 4 KB of memory for each open connection.
        sockets.WaitForDataBeforeAllocatingBuffer = false;
    });
}

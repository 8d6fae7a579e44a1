using System.CommandLine;
using System.Globalization;
using SummitDigest.Benchmarks;

// The same figures look the same wherever they are printed.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
#if DEBUG
Console.Error.WriteLine("This is a debug build, slower than the product. Run it with: dotnet run -c Release");
#endif

return await new RootCommand("Measures Summit Digest, on speeches made up from a seed or on yours.")
{
    ContentVerb.Command(),
    IndexVerb.Command(),
    LoadVerb.Command(),
    LoadVerb.OnceCommand(),
    StartVerb.Command(),
    ServeVerb.Command(),
    PeerServer.Command(),
    ExportVerb.Command(),
    FindVerb.Command(),
    BrowserVerb.Command(),
}.Parse(args).InvokeAsync();

using System.Diagnostics;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>Runs a program.</summary>
internal static class Shell
{
    // Installing a browser over a slow line takes minutes; a program that waits for an answer would take for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a program to its end, unheard.</summary>
    /// <returns>Whether it ended well, and in time.</returns>
    public static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = new Process();
        process.StartInfo = new(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        process.StartInfo.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        process.Start();
        // A pipe that nobody reads fills up and stops the program.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var end = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(end.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return false;
        }
    }
}

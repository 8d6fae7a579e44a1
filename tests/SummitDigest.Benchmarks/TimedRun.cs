using System.Diagnostics;
using System.Globalization;

namespace SummitDigest.Benchmarks;

/// <summary>What a program took from its start to its end.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Peak">The most memory that it or a program started by it had at a time, in bytes.</param>
internal sealed record TimedRun(double Seconds, double Peak)
{
    /// <summary>Runs a program with GNU time (Debian: <c>time</c>), which counts what it starts itself, too.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task<TimedRun> OfAsync(string program, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            await OutputAsync("/usr/bin/time", ["--output", file, "--format", "%e %M", program, .. arguments]);
            var figures = (await File.ReadAllTextAsync(file)).Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
            return new(figures[0], figures[1] * 1024);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="InvalidOperationException">It is not there or failed; the message is what it said.</exception>
    public static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = new(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"{program} cannot be started: {e.Message}", e);
        }
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {output}{await error}");
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SummitDigest.Web.Tests;

/// <summary>Starts the program itself, as built and not published, as a rule from a working directory that has nothing to do with it.</summary>
internal static partial class RunningProgram
{
    /// <summary>The program's file, built beside this test project in the same configuration.</summary>
    public static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "SummitDigest.Web.Tests"), Path.Combine("src", "SummitDigest.Web")), "SummitDigest.Web.dll");

    /// <summary>Starts it in Production.</summary>
    public static Process Start(params string[] arguments) => StartIn("Production", arguments);

    /// <summary>Starts it in an environment.</summary>
    public static Process StartIn(string environment, params string[] arguments) => Start(new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = environment }, arguments);

    /// <summary>Starts it with some variables.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> variables, params string[] arguments) => StartAt(Path.GetTempPath(), Program, variables, arguments);

    /// <summary>Starts it, or a copy of it, from a working directory.</summary>
    public static Process StartAt(string directory, string program, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Waits until it listens, and says where.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message is what it said.</exception>
    public static async Task<Uri> AddressAsync(this Process program)
    {
        while (await program.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return new(match.Groups["address"].Value);
        }
        throw new InvalidOperationException(await program.StandardError.ReadToEndAsync());
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> EndAsync(this Process program)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await program.WaitForExitAsync(patience.Token);
        return program.ExitCode;
    }

    [GeneratedRegex(@"Now listening on: (?<address>https?://\S+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Listening();
}

using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>Finds a browser for the tests, or installs one.</summary>
internal static class Chromium
{
    /// <summary>What to do where there is no browser that starts.</summary>
    public const string Advice =
        $"Install Chromium (on Debian or Ubuntu, as root: apt-get install chromium) or Google Chrome, or set {Variable} to the program of one.";

    private const string Variable = "CHROMIUM_PATH";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] OtherPlaces =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
    ];

    /// <summary>The program's path. What <c>CHROMIUM_PATH</c> names comes first, then what is installed, then what can be installed.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to install.</exception>
    public static async Task<string> FindOrInstallAsync(IPlaywright playwright)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new InvalidOperationException($"{Variable} names {named}, where no file is. {Advice}");

        if (await FindAsync(playwright) is { } found)
            return found;
        foreach (var install in ChromiumInstaller.Ways)
        {
            await install();
            if (await FindAsync(playwright) is { } installed)
                return installed;
        }
        throw new InvalidOperationException($"The browser tests found no browser and could not install one. {Advice}");
    }

    private static async Task<string?> FindAsync(IPlaywright playwright)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var candidates = folders.Concat(["/usr/bin", "/usr/local/bin", "/snap/bin"])
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .Concat(OtherPlaces)
            .Append(playwright.Chromium.ExecutablePath);
        foreach (var candidate in candidates.Distinct().Where(File.Exists))
        {
            // Ubuntu's package is but a note that asks for a snap. (On Windows the option would open a window.)
            if (OperatingSystem.IsWindows() || await Shell.RunAsync(candidate, "--version"))
                return candidate;
        }
        return null;
    }
}

using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>Finds a browser, or installs one, and starts it.</summary>
internal static class Chromium
{
    private const string Advice =
        $"Install Chromium (on Debian, as root: apt-get install chromium-headless-shell) or Google Chrome, or set {Variable} to the program of one.";

    private const string Variable = "CHROMIUM_PATH";

    // Flags of a browser that runs as root in a container and calls nobody.
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly SemaphoreSlim Finding = new(1);

    // Chromium without what a window needs opens a page in half the time, so it comes first.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] OtherPlaces =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
    ];

    /// <summary>Starts a browser without a window.</summary>
    /// <exception cref="InvalidOperationException">There is none that starts; the message says what to install.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        // Two at once would install it twice, and be in each other's way.
        await Finding.WaitAsync();
        string chromium;
        try
        {
            chromium = await FindOrInstallAsync(playwright);
        }
        finally
        {
            Finding.Release();
        }
        try
        {
            return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        }
        catch (PlaywrightException e)
        {
            throw new InvalidOperationException($"{chromium} does not start. {Advice}", e);
        }
    }

    // The program's path. What CHROMIUM_PATH names comes first, then what is installed, then what can be installed.
    private static async Task<string> FindOrInstallAsync(IPlaywright playwright)
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
        throw new InvalidOperationException($"There is no browser, and none could be installed. {Advice}");
    }

    private static async Task<string?> FindAsync(IPlaywright playwright)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var candidates = Names.SelectMany(name => folders.Concat(["/usr/bin", "/usr/local/bin", "/snap/bin"]).Select(folder => Path.Combine(folder, name)))
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

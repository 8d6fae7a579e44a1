namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>Installs Chromium, so that one command runs all tests on a bare machine.</summary>
internal static class ChromiumInstaller
{
    private const string Apt = "/usr/bin/apt-get";

    /// <summary>In the order in which to try them. One that fails says nothing: what counts is whether a browser is found after it.</summary>
    public static IReadOnlyList<Func<Task>> Ways { get; } = [FromDebianAsync, FromPlaywrightAsync];

    private static async Task FromDebianAsync()
    {
        if (File.Exists(Apt) && Environment.IsPrivilegedProcess && await Shell.RunAsync(Apt, "update"))
        {
            foreach (var package in new[] { "chromium-headless-shell", "chromium" })
            {
                if (await Shell.RunAsync(Apt, "install", "-y", "--no-install-recommends", package))
                    return;
            }
        }
    }

    private static async Task FromPlaywrightAsync() => await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]));
}

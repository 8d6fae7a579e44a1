using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Web.Tests;

/// <summary>Programs of the system that tests run.</summary>
internal static class InstalledProgram
{
    private const string Apt = "/usr/bin/apt-get";

    /// <summary>Finds a program; on Debian and Ubuntu, as root, installs its package where it is missing.</summary>
    /// <returns>Its file; null where there is none.</returns>
    public static async Task<string?> FindOrInstallAsync(string name, string package)
    {
        if (Find(name) is { } found)
            return found;
        // Where services are managed, some packages would start one.
        if (File.Exists(Apt) && Environment.IsPrivilegedProcess && !Directory.Exists("/run/systemd/system") && await Shell.RunAsync(Apt, "update"))
            await Shell.RunAsync(Apt, "install", "-y", "--no-install-recommends", package);
        return Find(name);
    }

    // Debian has some where only root's path leads.
    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Concat(["/usr/sbin", "/usr/local/sbin"]).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

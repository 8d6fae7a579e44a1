using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>
/// The options of the site, its log and the framework among a command's words. Those with a colon in their names, such as
/// <c>--Content:Folder=path</c>, belong to the configuration, and mean the same for every command as when the site is served.
/// </summary>
internal static partial class Settings
{
    // The site's own, the log's and the framework's. What is in the first two is checked where it is read.
    private static readonly string[] Sections = [ContentOptions.Section, SiteOptions.Section, "Serilog", "Kestrel", "Logging"];

    /// <summary>Parts the words of a command line; each setting is one word, with its value behind an equals sign.</summary>
    public static (string[] Words, string[] Settings) Split(IReadOnlyList<string> args)
    {
        var (words, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            if (!Setting().IsMatch(args[i]))
            {
                words.Add(args[i]);
                continue;
            }
            // What follows a name without a value is its value, whatever it looks like.
            settings.Add(args[i].Contains('=') || i + 1 == args.Count ? args[i] : $"{args[i]}={args[++i]}");
        }
        return ([.. words], [.. settings]);
    }

    /// <summary>What is wrong with settings, in a sentence; null where nothing is.</summary>
    /// <param name="settings">As <see cref="Split"/> gives them.</param>
    public static string? Fault(IEnumerable<string> settings) => settings
        .Select(setting => !Sections.Contains(setting[2..setting.IndexOf(':')], StringComparer.OrdinalIgnoreCase)
            ? $"There is no option \"{setting.Split('=')[0]}\". Those with a colon begin with one of: {string.Join(", ", Sections.Select(section => $"--{section}:"))}."
            : setting.Contains('=') ? null : $"{setting} has no value. Write it behind the name: {setting}=value")
        .FirstOrDefault(fault => fault is not null);

    /// <summary>The options of the section Content, from wherever the site takes them, and these settings.</summary>
    /// <exception cref="OptionsValidationException">One is wrong; the failures say what to type.</exception>
    public static ContentOptions Content(string[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(Site.Builder(settings).Configuration);
        services.AddSiteOptions();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ContentOptions>>().Value;
    }

    [GeneratedRegex(@"^--[A-Za-z]+(:[\w.-]+)+(=|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Setting();
}

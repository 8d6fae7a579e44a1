using Microsoft.Extensions.Options;
using SummitDigest.Content.Reading;

namespace SummitDigest.Web.Serving;

/// <summary>Configuration section <c>Content</c>.</summary>
internal sealed class ContentOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Content";

    /// <summary>The content folder. Default: the folder <c>content</c> beside the program or in the nearest folder above it that has one.</summary>
    public string Folder { get; set; } = DefaultFolder();

    /// <summary>Whether changes in the folder are shown without a restart.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>How long the index of content that was replaced is still served, for pages that were opened before.</summary>
    public int KeepIndexMinutes { get; set; } = 60;

    /// <summary>How large and how deep content may be.</summary>
    public ContentLimits Limits { get; set; } = new();

    private static string DefaultFolder()
    {
        // Published, the content lies beside the program; run from the repository, the program is some folders below it.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var content = Path.Combine(folder.FullName, "content");
            if (Directory.Exists(Path.Combine(content, "speeches")))
                return content;
        }
        return Path.Combine(AppContext.BaseDirectory, "content");
    }
}

/// <summary>Configuration section <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Site";

    /// <summary>The name in the header and in page titles.</summary>
    public string Title { get; set; } = "Summit Digest";

    /// <summary>The public address, http or https; null leaves links without a host.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The memory for answers that are kept ready, in millions of bytes.</summary>
    public int CacheMegabytes { get; set; } = 64;

    /// <summary>The addresses and networks of the proxies whose word is taken for the scheme, the host and the reader's address.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>A request whose answer takes longer to begin is logged as slow.</summary>
    public int SlowRequestMilliseconds { get; set; } = 1000;
}

/// <summary>Binds the options once and refuses wrong ones at start, with a sentence that says what to type.</summary>
internal static class SiteOptionsRegistration
{
    /// <summary>Adds both sections.</summary>
    public static void AddSiteOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ContentOptions>, ContentFolderExists>();
        services.AddSingleton<IValidateOptions<SiteOptions>, ProxiesAreAddresses>();
        services.AddSingleton<IValidateOptions<ContentOptions>>(provider => new NamesAreKnown<ContentOptions>(provider.GetRequiredService<IConfiguration>().GetSection(ContentOptions.Section)));
        services.AddSingleton<IValidateOptions<SiteOptions>>(provider => new NamesAreKnown<SiteOptions>(provider.GetRequiredService<IConfiguration>().GetSection(SiteOptions.Section)));
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section)
            .Validate(content => typeof(ContentLimits).GetProperties().All(limit => limit.GetValue(content.Limits) is > 0),
                "Every number under Content:Limits must be above 0, for example: --Content:Limits:FileBytes=1000000")
            .Validate(content => content.KeepIndexMinutes > 0,
                "Content:KeepIndexMinutes must be above 0, for example: --Content:KeepIndexMinutes=60")
            .ValidateOnStart();
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section)
            .Validate(site => !string.IsNullOrWhiteSpace(site.Title),
                "Site:Title is empty. Name the site, for example: --Site:Title=\"Summit Digest\"")
            .Validate(site => site.BaseUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https", PathAndQuery: "/", Fragment: "" },
                "Site:BaseUrl is not the address of a site. Write it in full and without a path, for example: --Site:BaseUrl=https://digest.example.org")
            .Validate(site => site.CacheMegabytes > 0,
                "Site:CacheMegabytes must be above 0, for example: --Site:CacheMegabytes=64")
            .Validate(site => site.SlowRequestMilliseconds > 0,
                "Site:SlowRequestMilliseconds must be above 0, for example: --Site:SlowRequestMilliseconds=1000")
            .ValidateOnStart();
    }

    // The framework passes over names that it does not know, and a slip of the finger would leave the default in force.
    private sealed class NamesAreKnown<T>(IConfigurationSection section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            Unknown(section, typeof(T)).ToList() is { Count: > 0 } unknown ? ValidateOptionsResult.Fail(unknown) : ValidateOptionsResult.Success;

        private static IEnumerable<string> Unknown(IConfigurationSection section, Type type)
        {
            var known = type.GetProperties();
            foreach (var child in section.GetChildren())
            {
                var property = known.FirstOrDefault(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
                if (property is null)
                    yield return $"There is no option {child.Path}. Under {section.Path} there are: {string.Join(", ", known.Select(other => other.Name))}.";
                else if (property.PropertyType == typeof(ContentLimits))
                {
                    foreach (var deeper in Unknown(child, property.PropertyType))
                        yield return deeper;
                }
            }
        }
    }

    // A class of its own, because only so the sentence can name the folder.
    private sealed class ContentFolderExists : IValidateOptions<ContentOptions>
    {
        public ValidateOptionsResult Validate(string? name, ContentOptions options) => Directory.Exists(options.Folder)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Content:Folder is {options.Folder}, which is not a folder. Point it at the folder that holds themes.yml and speeches, for example: --Content:Folder=./content");
    }

    private sealed class ProxiesAreAddresses(IConfiguration configuration) : IValidateOptions<SiteOptions>
    {
        public ValidateOptionsResult Validate(string? name, SiteOptions options)
        {
            // A list that is written as one text the framework passes over in silence.
            var text = configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.TrustedProxies)}"];
            var wrong = string.IsNullOrEmpty(text) ? options.TrustedProxies.FirstOrDefault(proxy => TrustedProxies.TryParse(proxy) is null) : text;
            return wrong is null
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Site:TrustedProxies has \"{wrong}\". Give the proxies as a numbered list of addresses and networks, for example: --Site:TrustedProxies:0=10.0.0.0/8 --Site:TrustedProxies:1=127.0.0.1");
        }
    }
}

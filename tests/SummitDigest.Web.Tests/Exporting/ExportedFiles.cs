using System.Text.RegularExpressions;

namespace SummitDigest.Web.Tests.Exporting;

/// <summary>What is in an export, and where its links lead.</summary>
internal static partial class ExportedFiles
{
    /// <summary>The files of a folder by their paths in it, in order.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>What is in each file.</summary>
    public static Dictionary<string, string> Bytes(string folder) => Files(folder).ToDictionary(file => file, file => Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, file))));

    /// <summary>Whether the same is in the same files of two folders.</summary>
    public static bool Same(Dictionary<string, string> some, Dictionary<string, string> others) =>
        some.Count == others.Count && some.All(file => others.GetValueOrDefault(file.Key) == file.Value);

    /// <summary>Its pages.</summary>
    public static IEnumerable<string> PagesIn(string folder) => Files(folder).Where(file => file.EndsWith(".html", StringComparison.Ordinal));

    /// <summary>The files that links within the site lead to.</summary>
    public static IEnumerable<string> LinksIn(string folder, string root) =>
        PagesIn(folder)
            .SelectMany(file => Link().Matches(File.ReadAllText(Path.Combine(folder, file)))
                .Select(match => match.Groups["address"].Value)
                .Concat(ImportedModule().Matches(File.ReadAllText(Path.Combine(folder, file))).Select(match => match.Groups["address"].Value)))
            .Where(address => address.StartsWith('/') && !address.Contains("/search/current/", StringComparison.Ordinal))
            .Select(address => address.Split('#', '?')[0])
            .Distinct()
            .Select(address => FileAt(address, root));

    // A page's address ends in a slash and means the index.html there.
    private static string FileAt(string address, string root) =>
        address.StartsWith(root, StringComparison.Ordinal) ? $"{address[root.Length..]}{(address.EndsWith('/') ? "index.html" : "")}" : $"outside of the base: {address}";

    /// <summary>Places that pages link to in one another, such as speeches/first/index.html#p1.</summary>
    public static IEnumerable<string> LinkedPlacesIn(string folder, string root) =>
        from page in PagesIn(folder)
        from Match link in Link().Matches(File.ReadAllText(Path.Combine(folder, page)))
        let parts = link.Groups["address"].Value.Split('#')
        where parts.Length == 2 && (parts[0].Length == 0 || parts[0].StartsWith('/'))
        select $"{(parts[0].Length == 0 ? page : FileAt(parts[0], root))}#{parts[1]}";

    /// <summary>Places that there are.</summary>
    public static IEnumerable<string> PlacesIn(string folder) =>
        from page in PagesIn(folder)
        from Match id in Id().Matches(File.ReadAllText(Path.Combine(folder, page)))
        select $"{page}#{id.Groups["id"].Value}";

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Id();

    [GeneratedRegex("(href|src|action)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Link();

    [GeneratedRegex("\"(?<address>/[^\"]+\\.js)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ImportedModule();
}

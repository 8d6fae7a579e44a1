namespace SummitDigest.Content.Reading;

/// <summary>The content folder: names of files in it, and whether a path stays in it.</summary>
public sealed class ContentRoot
{
    // More links in a row than any that lead somewhere.
    private const int MostLinks = 40;

    private readonly string _folder;
    private readonly string _name;
    private readonly string _real;

    /// <summary>The content folder at a path.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public ContentRoot(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no content folder {folder}.");
        _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _name = Path.GetFileName(_folder);
        _real = RealPath(_folder);
    }

    /// <summary>A file or folder by its path within the content folder, with forward slashes.</summary>
    internal ContentPath At(string relative) => new(Path.Combine(_folder, relative), $"{_name}/{relative}");

    /// <summary>The file that a problem names.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name[(_name.Length + 1)..]);

    /// <summary>The path of the file that is read as the speech of this name, wherever it lies among the speeches; null where there is none.</summary>
    public string? FileOf(ContentId slug) => new SpeechFiles(this).Find(slug)?.Path;

    /// <summary>Whether a path, its links followed, stays in the content folder.</summary>
    public bool Contains(string path) => RealPath(path).StartsWith(_real + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>A path with every link in it followed; where links lead round in a circle, as far as that goes.</summary>
    public static string RealPath(string path) => RealPath(Path.GetFullPath(path), MostLinks);

    private static string RealPath(string path, int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            if (links > 0 && new FileInfo(real).LinkTarget is { } target)
                real = RealPath(Path.GetFullPath(target, Path.GetDirectoryName(real)!), links - 1);
        }
        return real;
    }
}

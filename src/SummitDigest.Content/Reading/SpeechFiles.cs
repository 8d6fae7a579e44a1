using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>A file of the content folder.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">As <see cref="Problem.File"/> has it.</param>
internal sealed record ContentPath(string Path, string Name);

/// <summary>Finds the speeches' files: those whose names end in <c>.md</c>, in the folder <c>speeches</c> and the folders in it.</summary>
internal sealed class SpeechFiles
{
    private const string FolderName = "speeches";

    private readonly List<ContentPath> _files = [];
    private readonly List<Problem> _problems = [];
    private readonly List<string> _unreadable = [];
    private readonly ContentRoot _root;

    /// <summary>Looks through a content folder. Files and folders whose names begin with a dot are an editor's or a tool's own.</summary>
    public SpeechFiles(ContentRoot root)
    {
        _root = root;
        var speeches = root.At(FolderName);
        if (!root.Contains(speeches.Path))
            Warn(speeches, "link-outside", "This folder is a link to a place outside of the content folder, and is not read.", "Put the folder itself here.");
        else if (!Look(speeches))
            Warn(speeches, "speeches-missing", "There is no folder speeches.", "Make one beside themes.yml, and put the speeches into it.");
    }

    /// <summary>In order of their names, whatever order the disk has them in.</summary>
    public IReadOnlyList<ContentPath> Files => _files;

    /// <summary>What an editor may have meant as a speech and is none.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Whether some folder could not be read, so that there may be speeches that are not found here.</summary>
    public bool IsIncomplete => _unreadable.Count > 0;

    /// <summary>Whether a file lies in a folder that could not be read.</summary>
    /// <param name="name">As <see cref="Problem.File"/> has it.</param>
    public bool MayBeHidden(string name) => _unreadable.Exists(folder => name.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>The file of a speech: of several with its name the one in the fewest folders, of these the first.</summary>
    public ContentPath? Find(ContentId slug) => _files.Where(file => Path.GetFileName(file.Path) == $"{slug}.md").MinBy(file => Depth(file.Name));

    /// <summary>How many folders a file lies in.</summary>
    /// <param name="name">As <see cref="Problem.File"/> has it.</param>
    public static int Depth(string name) => name.Count(c => c == '/');

    // Whether the folder is there.
    private bool Look(ContentPath folder)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder.Path).GetFileSystemInfos();
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unreadable.Add(folder.Name);
            Warn(folder, "folder-unreadable", "This folder cannot be read.", "See that you, and the site, may read it.");
            return true;
        }
        foreach (var entry in entries.Where(entry => !entry.Name.StartsWith('.')).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            // Not entry.FullName: that is empty where it is too long for the system.
            var path = new ContentPath(Path.Combine(folder.Path, entry.Name), $"{folder.Name}/{entry.Name}");
            // A link to a folder could lead round in a circle.
            if (entry is DirectoryInfo && entry.LinkTarget is null)
                Look(path);
            else if (entry is DirectoryInfo || !entry.Name.EndsWith(".md", StringComparison.Ordinal))
                Warn(path, "file-ignored", "This is not read.", "A speech is a file whose name ends in .md, in the folder speeches or in a folder in it.");
            else if (entry.LinkTarget is not null && !_root.Contains(path.Path))
                Warn(path, "link-outside", "This is a link to a place outside of the content folder, and is not read.", "Put the file itself here.");
            else
                _files.Add(path);
        }
        return true;
    }

    private void Warn(ContentPath path, string code, string message, string fix) => _problems.Add(ProblemList.One(Severity.Warning, path.Name, code, message, fix));
}

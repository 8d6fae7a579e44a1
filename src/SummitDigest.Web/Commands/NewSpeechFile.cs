using System.Text;
using SummitDigest.Content;
using SummitDigest.Content.Editing;
using SummitDigest.Content.Reading;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>Puts a new speech's file into the content folder.</summary>
internal static class NewSpeechFile
{
    /// <summary>Writes the file and says so, or says why not.</summary>
    /// <param name="mayReplace">Whether a speech of this name may be written over, wherever it lies.</param>
    /// <returns>Whether it was written.</returns>
    public static bool Write(ContentOptions content, ContentId slug, string markdown, bool mayReplace, Terminal terminal)
    {
        var speeches = Path.Combine(Path.GetFullPath(content.Folder), "speeches");
        var path = Path.Combine(speeches, $"{slug}.md");
        if (slug.Value == Speech.ReservedSlug)
        {
            terminal.Complain($"The site keeps the name \"{slug}\" for itself. Give the speech another one with --name.");
            return false;
        }
        try
        {
            Directory.CreateDirectory(speeches);
            var root = new ContentRoot(content.Folder);
            // It may lie in a folder of the speeches: its name is its address there, too.
            var there = root.FileOf(slug);
            if (there is not null && !mayReplace)
            {
                terminal.Complain($"{Name(there)} is there already, and stays as it is. Give the new one another name with --name, or write over it with import --force.");
                return false;
            }
            if (!root.Contains(there ?? path))
            {
                terminal.Complain($"{Name(there ?? path)} is, or lies behind, a link to a place outside of the content folder, where the site does not read. Put the folder or file itself there.");
                return false;
            }
            AtomicFile.Write(there ?? path, Encoding.UTF8.GetBytes(markdown), isNew: !mayReplace);
            terminal.Say($"Wrote {Name(there ?? path)}.");
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"{Name(path)} could not be written. See that the disk has room, and that you may write into its folder.");
            return false;
        }
    }

    /// <summary>Lists what is still to be done to the file.</summary>
    public static void ListProblems(Library library, ContentId slug, Terminal terminal)
    {
        foreach (var problem in library.Problems.Where(problem => Path.GetFileName(problem.File) == $"{slug}.md"))
            terminal.Write(problem.ToString());
    }

    private static string Name(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path) is var name && name.StartsWith("..", StringComparison.Ordinal) ? path : name;
}

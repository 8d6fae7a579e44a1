using System.Text;
using SummitDigest.Content;
using SummitDigest.Content.Editing;
using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Reading;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>Puts a new speech's file into the content folder.</summary>
internal static class NewSpeechFile
{
    /// <summary>Writes the file and says so, or says why not.</summary>
    /// <param name="before">What the content folder has; null where it is not there yet.</param>
    /// <param name="mayReplace">Whether a speech of this name may be written over, wherever it lies.</param>
    /// <returns>Whether it was written.</returns>
    public static bool Write(ContentOptions content, Library? before, ContentId slug, string markdown, bool mayReplace, Terminal terminal)
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
            if (before is not null && WhyTaken(before, slug, there is not null) is { } why)
            {
                terminal.Complain($"Nothing was written: {why}");
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

    /// <summary>Lists what is still to be done to the file, and why no passage has a theme where that is so.</summary>
    public static void ListProblems(Library library, ContentId slug, Terminal terminal)
    {
        foreach (var problem in library.Problems.Where(problem => Path.GetFileName(problem.File) == $"{slug}.md" || (library.Themes.IsEmpty && Path.GetFileName(problem.File) == ThemesFile.Name)))
            terminal.Write(problem.ToString());
    }

    // Links lead to what was published under a name, so no other speech may have it. Null where nothing was.
    private static string? WhyTaken(Library before, ContentId slug, bool isThere) => before.FindFormer(slug.Value) switch
    {
        Permalink.Moved(var now, _) => $"\"{slug}\" is a former name of the speech \"{now.Slug}\", and links with it lead there. Give the new one another name with --name.",
        Permalink.Unavailable when !isThere => $"\"{slug}\" may be a name of a speech whose file has a mistake. Put right what check says first, or give the new one another name with --name.",
        Permalink.Unavailable when before.Ledger.Find(slug) is not null => $"the speech \"{slug}\" is published, and has a mistake, so its ids cannot be kept. Put right what check says of it first.",
        Permalink.Gone when before.Ledger.Find(slug) is { IsWithdrawn: true } was => $"\"{slug}\" was published as \"{was.Title}\" and taken out, as its addresses say. Give the new one another name with --name.",
        Permalink.Gone(var title, _, _, _) => $"\"{slug}\" was published as \"{title}\", and its file is not here any more. Put that back, or give the new one another name with --name.",
        _ => null,
    };

    private static string Name(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path) is var name && name.StartsWith("..", StringComparison.Ordinal) ? path : name;
}

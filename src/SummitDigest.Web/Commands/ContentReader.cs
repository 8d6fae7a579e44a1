using SummitDigest.Content;
using SummitDigest.Content.Reading;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>Reads the content folder for a command, and shows how far it has come.</summary>
internal static class ContentReader
{
    /// <summary>The library as its files have it now.</summary>
    public static Library Read(ContentOptions content, Terminal terminal) =>
        terminal.Work("Reading", progress => new LibraryReader(content.Limits).Read(content.Folder, progress: progress));

    /// <summary>The same, or null where there is no content folder yet.</summary>
    public static Library? ReadIfThere(ContentOptions content, Terminal terminal) => Directory.Exists(content.Folder) ? Read(content, terminal) : null;
}

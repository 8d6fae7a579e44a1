using System.Text;
using SummitDigest.Content.Editing;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests;

/// <summary>A content folder in the temporary directory, gone when disposed.</summary>
internal sealed class ContentFolder : IDisposable
{
    /// <summary>Themes with a word each: green speaks for "meadow", blue for "river".</summary>
    public const string Themes = """
        occasion:
          en:
            2: [opening ceremony]
        themes:
          meadows:
            title: Meadows
            colour: green
            definition: Grass and what grows in it.
            terms:
              en:
                3: [meadow*, grass]
          rivers:
            title: Rivers
            colour: blue
            definition: Water that runs.
            terms:
              en:
                3: [river*, water]
        """;

    /// <summary>Front matter without a fault.</summary>
    public const string FrontMatter = """
        ---
        title: Opening of the river conference
        speaker: Ama Mensah
        event: River Conference 2024
        date: 2024-05-02
        source:
          publisher: Volta Daily
        ---

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("summit-digest-").FullName;

    public ContentFolder(string? themes = Themes)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "speeches"));
        if (themes is not null)
            File.WriteAllText(System.IO.Path.Combine(Path, "themes.yml"), themes);
    }

    /// <summary>The folder; its name is "content", as in messages.</summary>
    public string Path => System.IO.Path.Combine(_root, "content");

    /// <summary>Adds or replaces a speech.</summary>
    public ContentFolder With(string slug, string text) => With(slug, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds or replaces a speech.</summary>
    public ContentFolder With(string slug, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, "speeches", slug + ".md"), bytes);
        return this;
    }

    /// <summary>Adds a folder to the speeches.</summary>
    public ContentFolder WithFolder(string name)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "speeches", name));
        return this;
    }

    /// <summary>Reads the folder, for the first time or after it changed.</summary>
    public Library Read(ContentLimits? limits = null, Library? lastGood = null) => new LibraryReader(limits ?? new()).Read(Path, lastGood);

    /// <summary>Writes missing ids and the ledger, as an editor does before publishing.</summary>
    public Fixes Fix() => new ContentFixer(new()).Fix(Path);

    /// <summary>The ledger.</summary>
    public string Ledger
    {
        get => File.ReadAllText(System.IO.Path.Combine(Path, "permalinks.txt"));
        set => File.WriteAllText(System.IO.Path.Combine(Path, "permalinks.txt"), value);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

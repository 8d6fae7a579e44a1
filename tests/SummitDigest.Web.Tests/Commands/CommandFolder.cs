using System.Text;
using SummitDigest.Content.Editing;
using SummitDigest.Web.Commands;

namespace SummitDigest.Web.Tests.Commands;

/// <summary>What a command wrote and how it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>The output's lines.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Commands in this process, on a content folder in the temporary directory.</summary>
internal sealed class CommandFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("summit-digest-").FullName;

    public CommandFolder()
    {
        Directory.CreateDirectory(Path.Combine(Content, "speeches"));
        With("themes.yml", """
            themes:
              rivers:
                title: Rivers
                colour: blue
                definition: Water that runs.
                terms:
                  en: { 3: [river*] }
              meadows:
                title: Meadows
                colour: green
                definition: Grass and what grows in it.
                terms:
                  en: { 3: [meadow*] }
            """);
    }

    /// <summary>The content folder; its name is "content", as in messages.</summary>
    public string Content => Path.Combine(_root, "content");

    /// <summary>Adds or replaces a file of the content folder.</summary>
    public CommandFolder With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds or replaces a file of the content folder.</summary>
    public CommandFolder With(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    /// <summary>Puts the content that comes with the program in the place of what there is.</summary>
    public CommandFolder WithBundledContent()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories))
            With(Path.GetRelativePath(Repository.Content, file), File.ReadAllBytes(file));
        return this;
    }

    /// <summary>Adds a speech without a fault; <c>front</c> goes into the front matter.</summary>
    public CommandFolder WithSpeech(string slug, string body, string front = "date: 2024-05-02") =>
        With($"speeches/{slug}.md", $"---\ntitle: The speech {slug}\nspeaker: Ama Mensah\nevent: River Conference\nsource:\n  publisher: Volta Daily\n{front}\n---\n{body}\n");

    /// <summary>Lists the addresses of all that there is, as an editor does before publishing.</summary>
    public CommandFolder Published()
    {
        new ContentFixer(new()).Fix(Content);
        return this;
    }

    /// <summary>Where a file of the content folder is.</summary>
    public string At(string path) => Path.Combine(Content, path);

    /// <summary>The text of a file of the content folder.</summary>
    public string Text(string path) => File.ReadAllText(At(path));

    /// <summary>Runs a command on the folder.</summary>
    public Task<CommandResult> RunAsync(params string[] args) => RunAsync("", args);

    /// <summary>Runs a command on the folder with an input.</summary>
    public async Task<CommandResult> RunAsync(string input, string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = await CommandLine.RunAsync([.. args, $"--Content:Folder={Content}"], new(output, error, stream, IsOutputScreen: false, IsErrorScreen: false, IsInputKeyboard: false));
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

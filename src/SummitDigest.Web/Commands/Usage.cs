namespace SummitDigest.Web.Commands;

/// <summary>Says how the program is called.</summary>
internal static class Usage
{
    private const string Text = """
        Summit Digest serves reports of summit speeches by theme.

        Usage:
          dotnet run --project src/SummitDigest.Web -- [serve] [options]

        Commands:
          serve    Serve the site (what happens without a command).
          help     Print this text.

        Options of serve:
          --urls http://localhost:5080      the address to listen on
          --Content:Folder=path             the content folder
          --Site:Title="My Digest"          the name in the header
          --Site:BaseUrl=https://…          the public address, for absolute links
        README.md has all of them.
        """;

    /// <summary>Prints the usage, after a complaint if there is one.</summary>
    /// <returns><paramref name="exitCode"/>.</returns>
    public static int Print(TextWriter writer, int exitCode, string? complaint = null)
    {
        if (complaint is not null)
            writer.WriteLine(complaint + "\n");
        writer.WriteLine(Text);
        return exitCode;
    }
}

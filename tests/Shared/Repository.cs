using System.Runtime.CompilerServices;

namespace SummitDigest.Tests;

/// <summary>Where the repository's own files are, found from the place of this source file.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>SummitDigest.sln</c>.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>The bundled content.</summary>
    public static string Content { get; } = Path.Combine(Root, "content");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

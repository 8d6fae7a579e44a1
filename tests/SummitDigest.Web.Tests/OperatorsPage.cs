namespace SummitDigest.Web.Tests;

/// <summary>What <c>src/operations.md</c> tells operators to write and to type.</summary>
internal static class OperatorsPage
{
    /// <summary>The page's blocks of a language, in order.</summary>
    public static IReadOnlyList<string> Blocks(string language) =>
        [.. File.ReadAllText(Path.Combine(Repository.Root, "src", "operations.md")).Split($"```{language}\n").Skip(1).Select(part => part.Split("```")[0])];

    /// <summary>The one block of commands that has a word.</summary>
    public static string Commands(string word) => Blocks("sh").Single(block => block.Contains(word, StringComparison.Ordinal));

    /// <summary>Puts another text in the place of one, which must be there.</summary>
    public static string With(this string text, string old, string now) =>
        text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, now) : throw new InvalidOperationException($"src/operations.md has no \"{old}\" where it should.");
}

namespace SummitDigest.Content.Problems;

/// <summary>A place in a content file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public readonly record struct SourcePosition(int Line, int Column)
{
    /// <summary>The file's first character; also the place of a fault that concerns the whole file.</summary>
    public static SourcePosition Start { get; } = new(1, 1);
}

/// <summary>What a problem does to the file that has it.</summary>
public enum Severity
{
    /// <summary>Nothing is wrong; an editor may want to look.</summary>
    Hint,

    /// <summary>The file is served all the same, without the part that is wrong.</summary>
    Warning,

    /// <summary>The file is left out, or shown as it was before the mistake; all others are served.</summary>
    Error,
}

/// <summary>Something wrong in content, in words for an editor who writes no code.</summary>
/// <param name="Severity">What becomes of the file.</param>
/// <param name="Code">Stable name of the kind of problem, such as <c>theme-unknown</c>.</param>
/// <param name="File">Relative to the content folder's parent, with forward slashes: <c>content/speeches/x.md</c>.</param>
/// <param name="Position">Where in the file.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Fix">What to type, in one sentence.</param>
public sealed record Problem(Severity Severity, string Code, string File, SourcePosition Position, string Message, string Fix)
{
    /// <summary><c>content/speeches/x.md:3:8 theme-unknown No theme is called "secuirty". Did you mean "security"?</c></summary>
    public override string ToString() => $"{File}:{Position.Line}:{Position.Column} {Code} {Message} {Fix}";
}

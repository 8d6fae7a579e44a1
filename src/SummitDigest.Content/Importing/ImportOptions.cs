namespace SummitDigest.Content.Importing;

/// <summary>What the editor says that the text does not.</summary>
public sealed record ImportOptions
{
    /// <summary>The file's name without its folder: its ending tells Markdown and HTML, and the rest is the slug where the text gives none. Null for standard input.</summary>
    public string? FileName { get; init; }

    /// <summary>The year of a date that is printed without one, as datelines are. Wins over a year found elsewhere in the text, not over one in the date itself.</summary>
    public int? Year { get; init; }

    /// <summary>A BCP 47 tag; wins over what the text looks like.</summary>
    public string? Language { get; init; }
}

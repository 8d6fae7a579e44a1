using System.Collections.Immutable;

namespace SummitDigest.Content.Theming;

/// <summary>A subject that passages are sorted by, from <c>themes.yml</c>.</summary>
/// <param name="Colour">One of <see cref="Colours"/>.</param>
/// <param name="Definition">One paragraph.</param>
/// <param name="Includes">What belongs to it, as short phrases.</param>
/// <param name="Excludes">What does not although it might seem to, as short phrases.</param>
public sealed record Theme(
    ContentId Id, string Title, string Colour, string Definition, ImmutableArray<string> Includes, ImmutableArray<string> Excludes)
{
    /// <summary>What an editor writes for a passage that has no theme; no theme can have it as its id.</summary>
    public const string None = "none";

    /// <summary>Ids that the theme once had: their addresses lead to it.</summary>
    public ImmutableArray<ContentId> Aliases { get; init; } = [];

    /// <summary>The colours that the pages can draw, each readable in light and dark.</summary>
    public static ImmutableArray<string> Colours { get; } = ["green", "red", "violet", "amber", "blue", "teal", "pink", "brown"];
}

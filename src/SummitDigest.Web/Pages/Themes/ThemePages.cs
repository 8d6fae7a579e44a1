using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SummitDigest.Content;
using SummitDigest.Content.Theming;

namespace SummitDigest.Web.Pages.Themes;

/// <summary>What a speech says on a theme; there is a passage of one kind or the other.</summary>
/// <param name="Passages">Those that have the theme.</param>
/// <param name="Touching">Those that touch it.</param>
internal sealed record Spoken(Speech Speech, ImmutableArray<Passage> Passages, ImmutableArray<Passage> Touching);

/// <summary>All that was said on a theme in pages.</summary>
internal static class ThemePages
{
    /// <summary>As many passages as a page has at most, unless a single speech has more.</summary>
    public const int MostPassages = 100;

    // Each page of a theme asks for all of them, and so would take as long as the library is large.
    private static readonly ConditionalWeakTable<Library, ConcurrentDictionary<ContentId, Paged<Spoken>>> Known = [];

    /// <summary>Oldest first, so that a new speech comes on the last page and moves no other; whole speeches, as many as fit.</summary>
    public static Paged<Spoken> Of(Library library, Theme theme) =>
        Known.GetOrCreateValue(library).GetOrAdd(theme.Id, _ => Of(library, theme, MostPassages));

    /// <summary>The same with another number of passages.</summary>
    public static Paged<Spoken> Of(Library library, Theme theme, int most) => new(
        library.Speeches.Reverse()
            .Select(speech => new Spoken(
                speech,
                [.. speech.Passages.Where(passage => passage.Theming.Theme == theme.Id)],
                [.. speech.Passages.Where(passage => passage.Theming.Secondary.Contains(theme.Id))]))
            .Where(spoken => spoken.Passages.Length + spoken.Touching.Length > 0),
        most,
        // A speech that only touches the theme takes a few lines, too.
        spoken => Math.Max(1, spoken.Passages.Length));
}

using System.Collections.Immutable;
using System.Globalization;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>The pages of a list, as one of them names them all.</summary>
/// <param name="Number">The page that is shown, from 1.</param>
internal sealed record PageList(int Number, ImmutableArray<PageLink> Pages)
{
    /// <summary>The pages with the years that each spans; those of the same year are told apart by which part of it they are.</summary>
    /// <param name="pages">In order.</param>
    public static PageList Of(int number, IEnumerable<PageLink> pages) => new(number,
    [
        .. pages.GroupBy(page => page.Years).Select(same => same.ToList())
            .SelectMany(same => same.Count == 1 ? same : same.Select((page, i) => page with { Years = string.Create(CultureInfo.InvariantCulture, $"{page.Years}, part {i + 1}") })),
    ]);

    /// <summary>Whether there is more than one.</summary>
    public bool IsLong => Pages.Length > 1;

    /// <summary>The page that is shown.</summary>
    public PageLink Current => Pages[Number - 1];

    /// <summary>The page before it, or null.</summary>
    public PageLink? Previous => Number > 1 ? Pages[Number - 2] : null;

    /// <summary>The page behind it, or null.</summary>
    public PageLink? Next => Number < Pages.Length ? Pages[Number] : null;

    /// <summary>The title of the page: the list's own or, of several pages, with the years and the number.</summary>
    public string Title(string list) => IsLong ? $"{list}, {Current.Years} (page {Number} of {Pages.Length})" : list;
}

/// <summary>One page of a list.</summary>
/// <param name="Years">The years that it spans, such as "2023–1990", or "2023, part 2" of a year that fills several.</param>
/// <param name="Places">Ids of elements on it that are looked for under the address of the first page, where they stood when the list was shorter.</param>
internal sealed record PageLink(int Number, string Address, string Years, IEnumerable<string> Places);

using System.Collections.Immutable;
using System.Globalization;

namespace SummitDigest.Web.Pages;

/// <summary>A long list in pages, numbered from 1. There is always one, which is empty where the list is. Immutable.</summary>
internal sealed class Paged<T>
{
    private readonly ImmutableArray<ImmutableArray<T>> _pages;

    /// <summary>Fills page after page with as many items as fit, in order. No item is cut: what is larger than a page has one to itself.</summary>
    /// <param name="size">How much fits on a page, as <paramref name="sizeOf"/> measures it.</param>
    public Paged(IEnumerable<T> items, int size, Func<T, int> sizeOf)
    {
        var pages = ImmutableArray.CreateBuilder<ImmutableArray<T>>();
        var page = ImmutableArray.CreateBuilder<T>();
        var filled = 0;
        foreach (var item in items)
        {
            if (page.Count > 0 && filled + sizeOf(item) > size)
            {
                pages.Add(page.DrainToImmutable());
                filled = 0;
            }
            page.Add(item);
            filled += sizeOf(item);
        }
        pages.Add(page.DrainToImmutable());
        _pages = pages.DrainToImmutable();
    }

    /// <summary>How many pages there are.</summary>
    public int Count => _pages.Length;

    /// <summary>The number of each page, in order.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(1, Count);

    /// <summary>What is on a page.</summary>
    /// <param name="number">From 1.</param>
    public ImmutableArray<T> this[int number] => _pages[number - 1];

    /// <summary>The page that an address means by a text; null where there is none. Each page has one address, so "02" means none.</summary>
    public int? Find(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var found) && found >= 1 && found <= Count && found.ToString(CultureInfo.InvariantCulture) == number
            ? found
            : null;

    /// <summary>The page on which such an item is.</summary>
    /// <exception cref="InvalidOperationException">There is no such item.</exception>
    public int NumberOf(Func<T, bool> isIt) => Numbers.First(number => this[number].Any(isIt));
}

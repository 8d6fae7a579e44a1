using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Search.Querying;

namespace SummitDigest.Web.Pages;

/// <summary>The passages that have all words of a query.</summary>
internal sealed class SearchModel(Searcher searcher) : PageModel
{
    /// <summary>Characters of a query beyond this many are ignored.</summary>
    public const int LongestQuery = 200;

    private const int MostHits = 100;

    /// <summary>What was asked for; empty before anything was.</summary>
    public string Query { get; private set; } = "";

    /// <summary>The first hundred.</summary>
    public IReadOnlyList<Hit> Hits { get; private set; } = [];

    private bool HasMore { get; set; }

    /// <summary>What happened, in a sentence.</summary>
    public string Summary => (Query.Length, Hits.Count) switch
    {
        (0, _) => "Type words that you remember from a passage; the last one may be the beginning of a word.",
        (_, 0) => $"No passage has all the words of “{Query}”. Try fewer words, or look through the themes.",
        _ when HasMore => $"The first {MostHits} passages with all the words of “{Query}”. Add a word to see fewer.",
        _ => $"{PageText.Count(Hits.Count, "passage", "passages")} with all the words of “{Query}”.",
    };

    /// <summary>Answers the query in the address.</summary>
    public void OnGet(string? q)
    {
        Query = (q ?? "").Trim();
        Query = Query[..Math.Min(Query.Length, LongestQuery)];
        var found = searcher.Search(Query);
        HasMore = found.Total > MostHits;
        Hits = found.Hits;
    }

    /// <summary>The text of a hit, cut at its matches.</summary>
    public static IEnumerable<(string Text, bool IsMatch)> Pieces(Hit hit)
    {
        yield return (hit.Passage.Text, false);
    }
}

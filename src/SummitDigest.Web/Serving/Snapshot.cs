using SummitDigest.Content;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Web.Serving;

/// <summary>A library and what is made from it, swapped as one. Safe to share between requests.</summary>
internal sealed class Snapshot
{
    private readonly Lazy<Searcher> _searcher;
    private readonly Lazy<IndexFiles> _files;
    private readonly Lazy<string> _hash;

    /// <summary>Makes nothing yet.</summary>
    public Snapshot(Library library)
    {
        Library = library;
        _searcher = new(() => new(SearchIndex.Build(library)));
        _files = new(() => new(Searcher.Index));
        _hash = new(() => LibraryHash.Of(library));
    }

    /// <summary>The library.</summary>
    public Library Library { get; }

    /// <summary>Answers queries; its index is made when it is first needed.</summary>
    public Searcher Searcher => _searcher.Value;

    /// <summary>The index as a browser fetches it.</summary>
    public IndexFiles IndexFiles => _files.Value;

    /// <summary>Changes with anything in the library that a page can show; the index is made from the same.</summary>
    public string Hash => _hash.Value;
}

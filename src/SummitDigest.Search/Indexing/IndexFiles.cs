namespace SummitDigest.Search.Indexing;

/// <summary>
/// An index as the files that a browser searches; <c>index-format.md</c> beside this file describes them. The same library
/// gives the same bytes. Safe to share between requests.
/// </summary>
public sealed class IndexFiles
{
    /// <summary>The version of the format; a browser declines any other.</summary>
    public const byte Format = 1;

    /// <summary>The file to begin with.</summary>
    public const string Root = "root";

    private readonly IReadOnlyDictionary<string, Func<byte[]>> _files;

    /// <summary>The files of an index. They are made when asked for, so that the text is not held twice.</summary>
    public IndexFiles(SearchIndex index)
    {
        _files = new IndexFileMaker(index).Files;
        Sizes = ByName(make => make().Length);
    }

    private IndexFiles(IndexFiles same)
    {
        Sizes = same.Sizes;
        _files = same.ByName<Func<byte[]>>(make =>
        {
            var bytes = make();
            return () => bytes;
        });
    }

    /// <summary>The length of each file in bytes, by name; always in the same order.</summary>
    public IReadOnlyDictionary<string, int> Sizes { get; }

    /// <summary>The bytes of a file; null where there is none of this name.</summary>
    public byte[]? Read(string name) => _files.TryGetValue(name, out var make) ? make() : null;

    /// <summary>The same files, all made: their bytes take memory, but hold nothing of the library and its index.</summary>
    public IndexFiles Detached() => new(this);

    private OrderedDictionary<string, T> ByName<T>(Func<Func<byte[]>, T> of) => new(_files.Select(file => KeyValuePair.Create(file.Key, of(file.Value))), StringComparer.Ordinal);
}

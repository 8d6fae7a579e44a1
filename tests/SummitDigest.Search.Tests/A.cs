using System.Globalization;
using SummitDigest.Content;
using SummitDigest.Content.Reading;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Search.Tests;

/// <summary>Small libraries to search.</summary>
internal static class A
{
    /// <summary>A library of one speech with these passages.</summary>
    public static Library LibraryOf(params string[] passages) => Library(("speech", "2024-01-01", "Ann Lee", string.Join("\n\n", passages)));

    /// <summary>A library of speeches: slug, date, speaker and Markdown.</summary>
    public static Library Library(params (string Slug, string Date, string Speaker, string Body)[] speeches) => Read(folder =>
    {
        Directory.CreateDirectory(Path.Combine(folder, "speeches"));
        File.WriteAllText(Path.Combine(folder, "themes.yml"), SyntheticSpeeches.Themes);
        foreach (var (slug, date, speaker, body) in speeches)
            File.WriteAllText(Path.Combine(folder, "speeches", slug + ".md"), string.Create(CultureInfo.InvariantCulture, $"---\ntitle: On {slug}\nspeaker: {speaker}\nevent: x\ndate: {date}\nkind: transcript\n---\n{body}\n"));
    });

    /// <summary>A made-up library of so many speeches, and words that stand in it.</summary>
    public static (Library Library, IReadOnlyList<string> Words) MadeUp(int seed, int speeches, int passages)
    {
        IReadOnlyList<string> words = [];
        return (Read(folder => words = new SyntheticSpeeches(seed).WriteTo(folder, speeches, passages)), words);
    }

    /// <summary>Searches a library.</summary>
    public static SearchResult Search(this Library library, string query, params Filter[] filters) => new Searcher(SearchIndex.Build(library)).Search(query, filters);

    /// <summary>What was found, in order: "speech p1,speech p4".</summary>
    public static string Found(this SearchResult result) => string.Join(',', result.Hits.Select(hit => $"{hit.Speech.Slug} {hit.Passage.Id}"));

    private static Library Read(Action<string> write)
    {
        var folder = Directory.CreateTempSubdirectory("summit-digest-").FullName;
        try
        {
            write(folder);
            return new LibraryReader(new()).Read(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using System.CommandLine;
using System.Text.Json;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Benchmarks;

/// <summary><c>find</c>: how well a known passage is found from a few of its words.</summary>
internal static class FindVerb
{
    private const int DefaultSpeeches = 240;
    private const int Ranks = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    private static readonly (string Name, Func<KnownItem, string> Query)[] Variants =
    [
        ("as written", item => item.Clean),
        ("last word cut short", item => item.Prefix),
        ("one word misspelt", item => item.Typo),
        ("words inflected", item => item.Inflected),
    ];

    public static Command Command()
    {
        var corpus = new CorpusOptions(DefaultSpeeches);
        var queries = new Option<FileInfo>("--queries")
        {
            Description = "Items to find: JSON {items: [{pid: \"speech-id:n\", clean, prefix, typo, inflected}]}, n counting paragraphs from 0. Default: drawn from the corpus.",
            HelpName = "items.json",
        }.AcceptExistingOnly();
        var count = new Option<int>("--items") { Description = "How many items are drawn.", HelpName = "N", DefaultValueFactory = _ => 150 };
        var misses = new Option<bool>("--misses") { Description = "Prints the queries that did not find their passage first." };
        var verb = new Command("find", "Measures how well known passages are found from three or four of their words.") { queries, count, misses };
        corpus.AddTo(verb);
        verb.SetAction(arguments =>
        {
            using var content = corpus.Write(arguments);
            var library = content.Read();
            var items = arguments.GetValue(queries) is { } file
                ? JsonSerializer.Deserialize<ItemsFile>(File.ReadAllText(file.FullName), Json)!.Items
                : new QueryMaker(library, corpus.Seed(arguments)).KnownItems(arguments.GetValue(count));
            Find(new Searcher(SearchIndex.Build(library)), items, arguments.GetValue(misses));
        });
        return verb;
    }

    private static void Find(Searcher searcher, IReadOnlyList<KnownItem> items, bool printMisses)
    {
        Console.WriteLine($"{items.Count} items in {searcher.Index.Passages.Length:#,0} passages.\n");
        var rows = new List<string[]>();
        foreach (var (name, query) in Variants)
        {
            var ranks = new List<int>();
            var time = Measure.Milliseconds(() => ranks.AddRange(items.Select(item => Rank(searcher, query(item), item.Pid))));
            if (printMisses)
            {
                foreach (var (item, rank) in items.Zip(ranks).Where(pair => pair.Second != 1))
                    Console.WriteLine($"{name}: {(rank == 0 ? "not found" : $"place {rank}")}: {query(item)} ({item.Pid}: {item.Clean})");
            }
            rows.Add(
            [
                name, $"{ranks.Average(rank => rank == 0 ? 0 : 1.0 / rank):0.000}", $"{ranks.Count(rank => rank == 1)}", $"{ranks.Count(rank => rank > 0)}",
                $"{time / items.Count:0.00}",
            ]);
        }
        Measure.PrintTable(["known item", $"mean reciprocal rank at {Ranks}", "first", $"in the first {Ranks}", "ms per query"], rows);
    }

    // From 1; 0 if it is not among the first.
    private static int Rank(Searcher searcher, string query, string pid)
    {
        var hits = searcher.Search(query).Hits.Take(Ranks).ToList();
        return 1 + hits.FindIndex(hit => $"{hit.Speech.Slug}:{hit.Passage.Number - 1}" == pid);
    }

    private sealed record ItemsFile(IReadOnlyList<KnownItem> Items);
}

using SummitDigest.Benchmarks;
using SummitDigest.Content.Reading;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;
using System.Diagnostics;
using System.Text.Json;

if (args[0] == "content") { Corpus.WriteContent(Corpus.Read(args[1]), args[2], args[3]); return; }
var t = Stopwatch.StartNew();
var library = new LibraryReader(new()).Read(args[1]);
Console.WriteLine($"load {t.ElapsedMilliseconds} ms speeches {library.Speeches.Length} problems {library.Problems.Length}");
foreach (var p in library.Problems.Take(5)) Console.WriteLine(p);
t.Restart();
var index = SearchIndex.Build(library);
Console.WriteLine($"index {t.ElapsedMilliseconds} ms passages {index.Passages.Length} terms {index.TermCount} postings {index.PostingsLength}");
var searcher = new Searcher(index);
if (args[0] == "q") { var r = searcher.Search(args[2]); Console.WriteLine($"{r.Total} any={r.AnyWord}"); foreach (var h in r.Hits.Take(5)) Console.WriteLine($"{h.Score:0.00} {h.Speech.Slug} {h.Passage.Id} {h.Passage.Text}"); return; }
var items = JsonDocument.Parse(File.ReadAllText(args[2])).RootElement.GetProperty("items").EnumerateArray().ToList();
var texts = index.Passages.Select((p, i) => (p.Speech.Slug.Value + ":" + (p.Passage.Number - 1), i)).ToDictionary(x => x.Item1, x => x.i);
double[] eval(bool verbose) { var res = new List<double>();
foreach (var kind in new[] { "clean", "prefix", "typo", "inflected" })
{
    double mrr = 0;
    foreach (var item in items)
    {
        var q = item.GetProperty(kind).GetString()!;
        var r = searcher.Search(q);
        var want = item.GetProperty("pid").GetString()!;
        var rank = 0;
        for (var i = 0; i < Math.Min(10, r.Hits.Length); i++)
            if (r.Hits[i].Speech.Slug.Value + ":" + (r.Hits[i].Passage.Number - 1) == want) { rank = i + 1; break; }
        mrr += rank > 0 ? 1.0 / rank : 0;
        if (rank != 1 && verbose) Console.WriteLine($"  {kind} {rank} of {r.Total} any={r.AnyWord} [{q}] <{item.GetProperty("clean")}> {string.Join(" ", r.Terms.Where(x => x.CorrectedTo.Length > 0).Select(x => x.Term.Text + ">" + string.Join(",", x.CorrectedTo)))}");
    }
    res.Add(mrr / items.Count);
} return [.. res]; }
t.Restart();
Console.WriteLine(string.Join(" ", eval(true).Select(x => x.ToString("0.000"))) + $" {t.ElapsedMilliseconds/600.0} ms/q");

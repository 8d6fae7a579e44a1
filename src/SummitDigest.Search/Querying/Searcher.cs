using System.Collections.Immutable;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Querying;

/// <summary>
/// Answers queries from an index. All terms are required; if no passage has them all, words that stand nowhere or
/// hardly anywhere are taken for the nearest that do, and failing that any of the terms will do. <c>queries.md</c> beside this file has the rules;
/// <c>engine.js</c> is the same in the browser. Immutable and safe to share between requests.
/// </summary>
public sealed class Searcher(SearchIndex index)
{
    /// <summary>The most hits that one search gives; who wants more adds a word.</summary>
    public const int MostHits = 100;

    // Only so many of the best are looked at for words standing together: the work stays bounded.
    private const int Reranked = 64;

    private const int DoubtfulBytes = 12;

    private readonly double[] _norms = Ranking.Norms(index.AverageLength);

    /// <summary>The index that is searched.</summary>
    public SearchIndex Index => index;

    /// <summary>Answers a query.</summary>
    /// <param name="filters">Beside those in the query itself.</param>
    public SearchResult Search(string query, params IEnumerable<Filter> filters)
    {
        var parsed = Query.Parse(query);
        parsed = parsed with { Filters = [.. parsed.Filters, .. filters] };
        var required = Required(parsed.Terms);
        var matched = required.ConvertAll(term => Match(term));
        var filter = new PassageFilter(index, parsed.Filters);
        var excluded = new HashSet<int>(parsed.Excluded.Select(term => new TermMatches(index, Match(term), _norms)).SelectMany(found => found.Passages.Where(passage => found.In(passage) is { IsInText: true })));
        if (parsed.Terms.IsEmpty && parsed.Filters.IsEmpty && parsed.Excluded.IsEmpty)
            return Result([], false, new Tally(index));

        var tally = Tally(matched, needsAll: true);
        if (tally.Total == 0 && matched.Exists(term => IsDoubtful(term)))
        {
            var corrected = matched.ConvertAll(term => IsDoubtful(term) ? Correct(term) : term);
            tally = Tally(corrected, needsAll: true);
            // Where that does not help, a word that does stand somewhere is looked for alone again.
            matched = tally.Total > 0 ? corrected : [.. corrected.Select((term, i) => term.IsKept ? matched[i] : term)];
        }
        var anyWord = tally.Total == 0 && matched.Count > 1;
        if (anyWord)
            tally = Tally(matched, needsAll: false);
        return Result(tally.Best(MostHits, Reranked), anyWord && tally.Total > 0, tally);

        Tally Tally(List<MatchedForms> terms, bool needsAll) => new(index, filter, excluded, [.. terms.Select(term => new TermMatches(index, term, _norms))], needsAll);

        SearchResult Result(IEnumerable<(int Passage, double Score)> best, bool anyWord, Tally tally) => new(
            parsed, tally.Total, [.. best.Select(hit => new Hit(index.Passages[hit.Passage], hit.Score))], [.. matched.Select(term => term.Describe(index))],
            [.. parsed.Terms.Except(required).Select(term => term.Text)], anyWord, filter.Unfit, tally.Facets);
    }

    // A word that stands nearly everywhere narrows nothing and is the dearest to look up, so it is asked for only in quotes,
    // with a star or among its like.
    private List<QueryTerm> Required(ImmutableArray<QueryTerm> terms)
    {
        var telling = terms.Where(term => term.IsExact || term.Word is not { } word || !index.Common.Contains(word)).ToList();
        return telling.Count == 0 ? [.. terms] : telling;
    }

    private MatchedForms Match(QueryTerm term) => new(term,
    [
        .. term.Alternatives.Select(words => words
            .Select((word, i) => Forms.Of(index, word, term.IsExact, term.IsPrefix && i == words.Length - 1)).ToImmutableArray()),
    ], [], IsKept: false);

    // A word that stands nowhere, or only once or twice as a misprint does.
    private bool IsDoubtful(MatchedForms term) => term is { Term: { Word: not null, IsExact: false }, Alternatives: [[var forms]] }
        && forms.Sum(form => index.Bytes(form.Term).Length) <= DoubtfulBytes;

    private MatchedForms Correct(MatchedForms term)
    {
        var candidates = Spelling.Candidates(index, term.Term.Word!);
        var own = term.Alternatives[0][0];
        var known = own.Select(form => form.Term).ToHashSet();
        return candidates.Count == 0 ? term : new(term.Term, [[[.. own, .. Forms.Corrected(index, candidates).Where(form => !known.Contains(form.Term))]]], [.. candidates], IsKept: own.Length > 0);
    }
}

/// <summary>A term and its forms in the index, per alternative and word of it.</summary>
internal sealed record MatchedForms(QueryTerm Term, ImmutableArray<ImmutableArray<ImmutableArray<Form>>> Alternatives, ImmutableArray<int> CorrectedTo, bool IsKept)
{
    /// <summary>The same in words.</summary>
    public MatchedTerm Describe(SearchIndex index) => new(
        Term,
        [.. Alternatives.Select(words => words.Select(forms => forms.ToImmutableDictionary(form => index.Terms[form.Term], form => form.Kind)).ToImmutableArray())],
        [.. CorrectedTo.Select(term => index.Terms[term])],
        IsKept);
}

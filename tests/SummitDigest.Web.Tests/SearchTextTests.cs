using System.Collections.Immutable;
using System.Text.Json;
using SummitDigest.Search.Querying;
using SummitDigest.Web.Pages;

namespace SummitDigest.Web.Tests;

/// <summary>The cases of <c>tests/Shared/search-sentences.json</c>, which the browser tests run through <c>view.js</c> too.</summary>
public sealed class SearchTextTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Vectors Shared =
        JsonSerializer.Deserialize<Vectors>(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Shared", "search-sentences.json")), Web)!;

    public static TheoryData<string> Sentences => [.. Shared.Sentences.Select(found => found.Name)];

    public static TheoryData<string> Reasons => [.. Shared.Reasons.Select(found => found.Name)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_a_search_came_to_is_told_in_sentences(string name)
    {
        var outcome = Shared.Sentences.Single(found => found.Name == name);
        SearchText.Sentence(Result(outcome), outcome.Query, outcome.Themes ?? []).Should().Be(outcome.Sentence);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Why_a_passage_is_a_hit_is_told_for_each_word(string name)
    {
        var reason = Shared.Reasons.Single(found => found.Name == name);
        var terms = Result(new(name, "", "", reason.Terms)).Terms;
        SearchText.Why(reason.Text, Excerpt.Places(reason.Text, terms), reason.Heading, reason.Title, reason.Speaker, reason.Event, terms).Should().Equal(reason.Lines);
    }

    [Fact]
    public void Where_the_last_hits_are_shown_and_there_are_more_it_is_said()
    {
        foreach (var (total, shown, sentence) in Shared.Rests)
            SearchText.Rest(Result(new("", "", "", Total: total)), shown).Should().Be(sentence);
    }

    private static SearchResult Result(Outcome outcome) => new(
        new Query([.. Terms(outcome.Terms)], [.. Terms(outcome.Excluded)], [.. Filters(outcome.Filters)], outcome.Cut, outcome.WithoutOr),
        outcome.Total,
        [],
        [
            .. (outcome.Terms ?? []).Select(term => new MatchedTerm(
                Term(term),
                [.. (term.Alternatives ?? []).Select(words => words.Select(map => map.ToImmutableDictionary(pair => pair.Key, pair => Enum.Parse<MatchKind>(pair.Value, ignoreCase: true))).ToImmutableArray())],
                [.. term.CorrectedTo ?? []],
                term.Kept)),
        ],
        [.. outcome.LeftOut ?? []],
        outcome.AnyWord,
        [.. Filters(outcome.Unfit)],
        new([], [], []));

    private static IEnumerable<QueryTerm> Terms(List<TermCase>? terms) => (terms ?? []).Select(Term);

    private static QueryTerm Term(TermCase term) => new(term.Text, [], term.Exact, term.Prefix);

    private static IEnumerable<Filter> Filters(List<FilterCase>? filters) => (filters ?? []).Select(filter => new Filter(Enum.Parse<FilterKind>(filter.Kind, ignoreCase: true), filter.Value));

    private sealed record Vectors(List<Outcome> Sentences, List<Reason> Reasons, List<RestCase> Rests);

    private sealed record Outcome(
        string Name, string Query, string Sentence, List<TermCase>? Terms = null, List<TermCase>? Excluded = null, List<FilterCase>? Filters = null, List<FilterCase>? Unfit = null,
        List<string>? LeftOut = null, List<string>? Themes = null, bool AnyWord = false, bool Cut = false, bool WithoutOr = false, int Total = 0);

    private sealed record TermCase(string Text, bool Exact = false, bool Prefix = false, List<string>? CorrectedTo = null, List<List<Dictionary<string, string>>>? Alternatives = null, bool Kept = false);

    private sealed record FilterCase(string Kind, string Value);

    private sealed record Reason(string Name, string Text, string? Heading, string Title, string Speaker, string Event, List<TermCase> Terms, List<string> Lines);

    private sealed record RestCase(int Total, int Shown, string? Sentence);
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using SummitDigest.Search.Querying;

namespace SummitDigest.Search.Tests;

/// <summary>The cases of <c>tests/Shared/excerpts.json</c>, which the browser tests run through <c>excerpt.js</c> too.</summary>
public sealed class ExcerptTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Names => [.. Cases.Select(found => found.Name)];

    private static List<Case> Cases { get; } =
        JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Shared", "excerpts.json")), Web)!;

    [Theory]
    [MemberData(nameof(Names))]
    public void An_excerpt_has_the_sentences_that_match_with_the_matches_marked(string name)
    {
        var (_, text, terms, length, excerpt, kinds) = Cases.Single(found => found.Name == name);
        var marks = Excerpt.Marks(Excerpt.Places(text, [.. terms.Select(Matched)]));
        marks.Select(mark => mark.Kind.ToString().ToLowerInvariant()).Should().Equal(kinds);
        string.Concat(Excerpt.Of(text, marks, length ?? Excerpt.Length).Select(piece => piece.IsMark ? $"⟦{piece.Text}⟧" : piece.Text)).Should().Be(excerpt);
    }

    [Fact]
    public void Many_sentences_with_many_marks_take_no_time_to_speak_of()
    {
        var text = string.Concat(Enumerable.Repeat("aa. ", 100_000));
        var time = Stopwatch.StartNew();
        var marks = Excerpt.Marks(Excerpt.Places(text, [Matched([[new() { ["aa"] = "exact" }]])]));
        string.Concat(Excerpt.Of(text, marks).Select(piece => piece.Text)).Should().Be($"{text[..(Excerpt.Length - 1)]} …");
        // A quarter of a second; with the square of the length it was a minute.
        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    private static MatchedTerm Matched(List<List<Dictionary<string, string>>> alternatives) => new(
        new QueryTerm("", [], IsExact: false, IsPrefix: false),
        [.. alternatives.Select(words => words.Select(map => map.ToImmutableDictionary(pair => pair.Key, pair => Enum.Parse<MatchKind>(pair.Value, ignoreCase: true))).ToImmutableArray())],
        [],
        IsKept: false);

    private sealed record Case(string Name, string Text, List<List<List<Dictionary<string, string>>>> Terms, int? Length, string Excerpt, List<string> Kinds);
}

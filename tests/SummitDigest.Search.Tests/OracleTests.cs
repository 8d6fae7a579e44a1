using SummitDigest.Content;
using SummitDigest.Search.Analysis;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Search.Tests;

/// <summary>The index agrees with reading every passage.</summary>
public sealed class OracleTests
{
    private static readonly (Library Library, IReadOnlyList<string> Words) MadeUp = A.MadeUp(seed: 7, speeches: 12, passages: 30);
    private static readonly Searcher Searcher = new(SearchIndex.Build(MadeUp.Library));

    [Fact]
    public void All_words_and_no_others()
    {
        var random = new Random(11);
        var relaxed = 0;
        for (var i = 0; i < 200; i++)
        {
            string[] words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => MadeUp.Words[random.Next(60)])];
            var result = Searcher.Search(string.Join(' ', words) + " ");
            var expected = Searcher.Index.Passages.Count(place => words.All(word => WordsOf(place).Contains(Inflection.Key(word))));
            var isRelaxed = result.AnyWord || result.Terms.Any(term => term.CorrectedTo.Length > 0);
            relaxed += isRelaxed ? 1 : 0;
            (isRelaxed ? 0 : result.Total).Should().Be(expected, "of {0}", string.Join(' ', words));
        }
        relaxed.Should().BeLessThan(100);
    }

    [Fact]
    public void Phrases_stand_as_they_are_quoted()
    {
        var random = new Random(12);
        for (var i = 0; i < 100; i++)
        {
            var place = Searcher.Index.Passages[random.Next(Searcher.Index.Passages.Length)];
            var words = Words(place.Passage.Text);
            var start = random.Next(words.Count - 3);
            var phrase = string.Join(' ', words.Skip(start).Take(3));
            var expected = Searcher.Index.Passages.Count(other => $" {string.Join(' ', Words(other.Passage.Text))} ".Contains($" {phrase} ", StringComparison.Ordinal));
            Searcher.Search($"\"{phrase}\"").Total.Should().Be(expected, "of {0}", phrase);
        }
    }

    private static HashSet<string> WordsOf(IndexedPassage place) =>
        [.. Analyser.Tokens($"{place.Speech.Title}\n{place.Speech.Speaker}\n{place.Speech.Event}\n{place.Section.Heading}\n{place.Passage.Text}").Select(token => Inflection.Key(token.Word))];

    private static List<string> Words(string text) => [.. Analyser.Tokens(text).Where(token => !token.IsJoined).Select(token => token.Word)];
}

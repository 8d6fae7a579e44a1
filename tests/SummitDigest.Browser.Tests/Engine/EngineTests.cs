using System.Text.Json;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;
using SummitDigest.Content.Reading;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Browser.Tests.Engine;

/// <summary>The engine in the browser and the one in C# give the same hits in the same order.</summary>
[Collection(SecondBrowserAndSite.Name)]
public sealed class EngineTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    // Everything that a reader is told of a result. Scores are compared too: equal order by luck would hide a difference.
    private const string Ask = """
        async asked => {
          const { open } = await import('/js/engine.js'), { facets } = await import('/js/facets.js');
          const engine = await open(document.documentElement.dataset.index), answers = [];
          for (const { query, filters } of asked) {
            const result = await engine.search(query, { filters, count: 100 });
            const counts = facets(engine, result);
            answers.push([
              `${result.total} ${result.anyWord ? 'any' : 'all'} ${result.query.cut ? 'cut' : 'whole'}${result.query.withoutOr ? ' without OR' : ''}`,
              `left out ${result.leftOut.join()} unfit ${result.unfit.map(filter => filter.value).join()}`,
              ...result.terms.map(term => `${term.term.text}: ${term.alternatives.map(words => words.map(forms => [...forms].map(([word, kind]) => `${word} ${kind}`).sort().join()).join('+')).join('|')} corrected ${term.isKept ? 'beside ' : ''}${term.correctedTo.join()}`),
              `themes ${counts.themes.map(({ theme, count }) => `${theme?.id ?? ''} ${count}`).join()} speakers ${counts.speakers.map(({ speaker, count }) => `${speaker} ${count}`).join()} years ${counts.years.map(({ year, count }) => `${year} ${count}`).join()}`,
              ...result.hits.map(hit => `${hit.speech.slug} ${hit.id} ${hit.number} ${hit.theme?.id ?? ''} ${hit.heading} ${hit.score}`),
            ].join('\n'));
          }
          return answers;
        }
        """;

    [Theory]
    [InlineData(3, 2, 12)]
    [InlineData(4, 30, 50)]
    public async Task Both_engines_answer_alike(int seed, int speeches, int passages)
    {
        var folder = Directory.CreateTempSubdirectory("summit-digest-");
        try
        {
            var words = new SyntheticSpeeches(seed).WriteTo(folder.FullName, speeches, passages);
            await using var factory = new SiteFactory(folder.FullName);
            factory.UseKestrel(0);
            factory.StartServer();
            var page = await NewPageAsync();
            await page.GotoAsync(new Uri(factory.ClientOptions.BaseAddress, "search").AbsoluteUri);
            var searcher = new Searcher(SearchIndex.Build(new LibraryReader(new()).Read(folder.FullName)));
            var queries = new Queries(seed, words, searcher.Index).Make();
            queries.Should().HaveCountGreaterThan(400);

            // As the form passes them, beside those in the query.
            List<Filter[]> filters = [.. queries.Select((_, i) => i % 5 > 0 ? Array.Empty<Filter>() : [new(i % 2 == 0 ? FilterKind.Theme : FilterKind.Speaker, i % 2 == 0 ? "growth" : "Ann Lee"), new(FilterKind.Year, "1990-2009")])];

            var answers = await page.EvaluateAsync<string[]>(Ask, queries.Select((query, i) => new { query, filters = filters[i].Select(filter => new { kind = JsonNamingPolicy.CamelCase.ConvertName(filter.Kind.ToString()), value = filter.Value }) }));

            // The site must not go away before all that comes after loading has come.
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            for (var i = 0; i < queries.Count; i++)
                FirstDifference(answers[i], Describe(searcher.Search(queries[i], filters[i]))).Should().BeNull("of {0}", queries[i]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_analyser_makes_of_texts_what_the_shared_vectors_say()
    {
        var page = await OpenAsync("/search");
        // As text: a lone surrogate gets lost on the way to the browser otherwise.
        var faults = await page.EvaluateAsync<string[]>("""
            async text => {
              const { tokens, key } = await import('/js/engine.js'), vectors = JSON.parse(text);
              const said = [
                ...vectors.tokens.map(vector => [vector.why, tokens(vector.text).map(token => `${token.word}@${token.position}${token.joined ? '+' : ''}`).join(' '), vector.tokens]),
                ...vectors.spans.map(vector => [vector.text, JSON.stringify(tokens(vector.text).map(token => [token.start, token.end])), JSON.stringify(vector.spans)]),
                ...Object.entries(vectors.keys).map(([word, wanted]) => [word, key(word), wanted]),
              ];
              return said.filter(([, got, wanted]) => got !== wanted).map(all => all.join(' | '));
            }
            """, await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "Shared", "analyser.json")));
        faults.Should().BeEmpty();
    }

    // The whole answers would fill screens.
    private static string? FirstDifference(string browser, string here)
    {
        string[] theirs = [.. browser.Split('\n'), "(end)"], ours = [.. here.Split('\n'), "(end)"];
        return theirs.Zip(ours).Where(pair => pair.First != pair.Second).Select(pair => $"in the browser {pair.First}, here {pair.Second}").FirstOrDefault();
    }

    private static string Describe(SearchResult result) => string.Join('\n',
    [
        $"{result.Total} {(result.AnyWord ? "any" : "all")} {(result.Query.IsCut ? "cut" : "whole")}{(result.Query.IsWithoutOr ? " without OR" : "")}",
        $"left out {string.Join(',', result.LeftOut)} unfit {string.Join(',', result.Unfit.Select(filter => filter.Value))}",
        .. result.Terms.Select(term => $"{term.Term.Text}: {string.Join('|', term.Alternatives.Select(words => string.Join('+', words.Select(forms => string.Join(',', forms.Select(form => $"{form.Key} {Lower(form.Value)}").Order(StringComparer.Ordinal))))))} corrected {(term.IsKept ? "beside " : "")}{string.Join(',', term.CorrectedTo)}"),
        $"themes {string.Join(',', result.Facets.Themes.Select(theme => $"{theme.Theme} {theme.Count}"))} speakers {string.Join(',', result.Facets.Speakers.Select(speaker => $"{speaker.Speaker} {speaker.Count}"))} years {string.Join(',', result.Facets.Years.Select(year => $"{year.Year} {year.Count}"))}",
        .. result.Hits.Select(hit => FormattableString.Invariant($"{hit.Speech.Slug} {hit.Passage.Id} {hit.Passage.Number} {hit.Passage.Theming.Theme} {hit.Place.Section.Heading} {hit.Score:R}")),
    ]);

    private static string Lower(MatchKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}

using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>The cases that C# and JavaScript share, run through the modules in a page of the site.</summary>
[Collection(SecondBrowserAndSite.Name)]
public sealed class SearchVectorTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    // Each gives the names of the cases that came out otherwise, with what came out.
    private const string Excerpts = """
        async vectors => {
          const cases = JSON.parse(vectors);
          const { marks, excerpt } = await import('/js/hits.js');
          const wrong = [];
          for (const { name, text, terms, length, excerpt: expected, kinds } of cases) {
            const result = { terms: terms.map(alternatives => ({ alternatives: alternatives.map(words => words.map(map => new Map(Object.entries(map)))) })) };
            const found = marks(text, result), pieces = excerpt(text, found, length).map(piece => piece.mark ? `⟦${piece.text}⟧` : piece.text).join('');
            if (pieces !== expected || found.map(mark => mark.kind).join() !== kinds.join()) wrong.push(`${name}: ${pieces}`);
          }
          return wrong;
        }
        """;

    private const string Sentences = """
        async vectors => {
          const { sentences, reasons, rests } = JSON.parse(vectors);
          const { sentence, why, rest } = await import('/js/hits.js');
          const wrong = [];
          const compare = (name, given, expected) => { if (given !== expected) wrong.push(`${name}: ${given}`); };
          const termOf = ({ text, exact = false, prefix = false, correctedTo = [], alternatives = [], kept = false }) =>
            ({ term: { text, exact, prefix }, correctedTo, isKept: kept, alternatives: alternatives.map(words => words.map(map => new Map(Object.entries(map)))) });
          for (const { name, query, terms = [], excluded = [], filters = [], unfit = [], leftOut = [], themes, anyWord = false, cut = false, withoutOr = false, total = 0, sentence: expected } of sentences) {
            const result = { query: { terms, excluded, filters, cut, withoutOr }, terms: terms.map(termOf), unfit, leftOut, anyWord, total };
            compare(name, sentence(result, query, themes), expected);
          }
          for (const { name, text, heading, title, speaker, event, terms, lines } of reasons) {
            compare(name, why({ text, heading, speech: { title, speaker, event } }, { terms: terms.map(termOf) }).join('\n'), lines.join('\n'));
          }
          for (const { total, shown, sentence: expected } of rests) compare(`${total} ${shown}`, rest(total, shown), expected ?? '');
          return wrong;
        }
        """;

    [Fact]
    public async Task Places_are_found_alike_whether_a_text_is_taken_apart_whole_or_in_part()
    {
        var folder = Directory.CreateTempSubdirectory("summit-digest-");
        try
        {
            var words = new SyntheticSpeeches(8).WriteTo(folder.FullName, speeches: 2, passages: 60);
            var texts = Directory.EnumerateFiles(Path.Combine(folder.FullName, "speeches")).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines).Where(line => line.Length > 0).ToArray();
            var page = await OpenAsync(Addresses.Home);

            var wrong = await page.EvaluateAsync<string[]>("""
                async ([words, texts]) => {
                  const { places } = await import('/js/hits.js'), { tokens } = await import('/js/engine.js');
                  const found = new Set(texts.flatMap(text => tokens(text).map(token => token.word))), wrong = [];
                  let compared = 0;
                  // Odd words one by one, and made-up ones some at a time, as the completions of a beginning are.
                  const odd = [...found].filter(word => !words.some(stem => word.startsWith(stem))), lists = odd.map(word => [word]);
                  for (let i = 0; i < words.length; i += 30) lists.push(words.slice(i, i + 30));
                  for (const list of lists) {
                    const terms = [{ alternatives: [[new Map(list.map(word => [word, 'exact']))]] }];
                    // A sequence of nothing makes it look at texts as a whole.
                    const whole = { terms: [...terms, { alternatives: [[new Map(), new Map()]] }] }, part = { terms };
                    for (const text of texts) {
                      const [a, b] = [part, whole].map(result => JSON.stringify(places(text, result)));
                      if (a !== '[]') compared++;
                      if (a !== b) wrong.push(`${list.slice(0, 3)} in ${text}: ${a} ${b}`);
                    }
                  }
                  return compared > 1000 ? wrong.slice(0, 5) : [`only ${compared} compared`];
                }
                """, new object[] { words, texts });

            wrong.Should().BeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("excerpts.json", Excerpts)]
    [InlineData("search-sentences.json", Sentences)]
    public async Task JavaScript_comes_to_the_same_as_CSharp(string vectors, string run)
    {
        var page = await OpenAsync(Addresses.Home);
        var cases = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "Shared", vectors));

        (await page.EvaluateAsync<string[]>(run, cases)).Should().BeEmpty();
    }
}

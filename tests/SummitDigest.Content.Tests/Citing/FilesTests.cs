using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using SummitDigest.Content.Citing;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>The files for reference managers, read back.</summary>
public sealed partial class FilesTests
{
    // What has a meaning in one of the formats, and what a text must not smuggle into any.
    private static readonly Gen<string> Hostile = Gen.Select(Gen.ListOf(Gen.Elements(
        "{", "}", "\\", "%", "@", "#", "$", "&", "_", "~", "^", "\"", "'", ",", ".", "?", "*", " ", "\n", "\r\n", "\t", "\0", "\u001B", "\u0085", "\u2028",
        "\uD800", "\uDC00", "\u202E", "\nER  - \r\n", "\r\nTY  - BOOK", "},\n  note = {", "}\n@misc{x,", "\\input{x}", "</script>", "\"}]", " and ", "and",
        "others", "von ", "Jr.", " III", "“", "”", "‘", "’", "-", "Ama", "mensah", "É", "e\u0301", "水", "علي", "😀")), string.Concat);

    [Fact]
    public void Every_case_is_read_back()
    {
        foreach (var (_, citation) in CitedCases.All)
            ReadBack(citation);
    }

    [Fact]
    public void Whatever_content_says_stays_inside_its_value()
    {
        var texts = Arb.From(Gen.ArrayOf(Hostile, 9));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(texts, texts =>
        {
            var speech = Cited.Rivers with
            {
                Title = texts[0],
                Speaker = texts[1],
                FamilyName = texts[1].Split(' ')[^1],
                Event = texts[2],
                Place = texts[3],
                Language = texts[4],
                Source = new(texts[5], texts[6], [texts[7], texts[1]], new("https://volta.example/" + Uri.EscapeDataString("{%}\\")), null, null),
            };
            foreach (var wording in Enum.GetValues<Wording>())
            {
                foreach (var work in Citation.Works(speech))
                    ReadBack(Citation.Of(speech with { Wording = wording }, work, texts[8], texts[2]));
            }
        }));
    }

    private static void ReadBack(Citation citation)
    {
        var bibTeX = BibTeXParser.Parse(BibTeX.Write(citation));
        var ris = RisParser.Parse(Ris.Write(citation));
        var csl = CslSchema.Item(CslJson.Write(citation));
        (bibTeX.Key, ris.Single(line => line.Tag == "ID").Value, csl.GetProperty("id").GetString()).Should().Be((citation.Key, citation.Key, citation.Key));
        if (citation.Title.Length > 0)
        {
            bibTeX.Printed("title").Should().Be(citation.Title);
            ris.Should().Contain(("TI", citation.Title));
            csl.GetProperty("title").GetString().Should().Be(citation.Title);
        }
        foreach (var (field, value) in bibTeX.Fields.Where(field => field.Key != "url"))
            BibTeXParser.Print(value).Should().NotBeEmpty(field);
        // RIS forbids asterisks in names.
        ris.Count(line => line.Tag == "AU").Should().Be(citation.Authors.Count(author => author.Full.Any(c => c is not ('*' or ' '))));
        (bibTeX.Fields.TryGetValue("author", out var people) ? People(people) : 0).Should().Be(citation.Authors.Length);
        foreach (var text in CitationTests.Forms(citation).Take(3))
            text.Should().NotMatchRegex(@"[\p{Cc}\u2028\u2029]").And.NotStartWith(" ").And.NotEndWith(" ");
        if (citation.Address is not null && !citation.Address.Any(c => c is '{' or '}' or '\\' or ' '))
            bibTeX.Fields["url"].Should().Be(citation.Address);
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(BibTeX.Write(citation))).Should().Be(BibTeX.Write(citation));
    }

    // BibTeX cuts names at "and" outside braces, in any case.
    private static int People(string authors)
    {
        while (Group().IsMatch(authors))
            authors = Group().Replace(authors, "x");
        return And().Count(authors) + 1;
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Group();

    [GeneratedRegex(@"\sand\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex And();
}

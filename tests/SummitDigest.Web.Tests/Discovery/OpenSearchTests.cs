using System.Globalization;
using System.Xml.Linq;
using SummitDigest.Web.Discovery;
using SummitDigest.Web.Tests.Formats;

namespace SummitDigest.Web.Tests.Discovery;

/// <summary>The description of the search, against the rules of OpenSearch 1.1.</summary>
public sealed class OpenSearchTests
{
    private static readonly XNamespace Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task It_says_how_to_search_here()
    {
        using var site = HostileSite.Create();
        using var response = await site.GetAsync("/opensearch.xml");
        response.Content.Headers.ContentType!.ToString().Should().Be("application/opensearchdescription+xml; charset=utf-8");
        var root = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        root.Name.Should().Be(Namespace + "OpenSearchDescription");
        root.Elements(Namespace + "ShortName").Single().Value.Length.Should().BeInRange(1, 16);
        root.Elements(Namespace + "LongName").Single().Value.Length.Should().BeInRange(1, 48);
        root.Elements(Namespace + "Description").Single().Value.Length.Should().BeInRange(1, 1024);
        root.Elements(Namespace + "InputEncoding").Single().Value.Should().Be("UTF-8");
        var templates = root.Elements(Namespace + "Url").ToDictionary(url => url.Attribute("rel")!.Value, url => url.Attribute("template")!.Value);
        templates.Should().Equal(new Dictionary<string, string> { ["results"] = "https://digest.example.org/search?q={searchTerms}", ["self"] = "https://digest.example.org/opensearch.xml" });
        foreach (var address in new[] { "/search?q=river", new Uri(root.Element(Namespace + "Image")!.Value).AbsolutePath })
        {
            using var found = await site.GetAsync(address, HttpMethod.Head);
            found.IsSuccessStatusCode.Should().BeTrue(address);
        }
    }

    [Theory]
    [InlineData("Summit Digest", "Summit Digest")]
    [InlineData("The Digest of all Summits", "The Digest of al")]
    [InlineData("fifteen letters and", "fifteen letters")]
    [InlineData("123456789012345🌊", "123456789012345")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦")]
    public void A_name_is_cut_between_characters(string name, string cut)
    {
        OpenSearch.Cut(name, 16).Should().Be(cut);
        new StringInfo(cut).LengthInTextElements.Should().BePositive();
    }
}

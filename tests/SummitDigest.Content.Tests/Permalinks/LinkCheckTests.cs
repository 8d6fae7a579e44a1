namespace SummitDigest.Content.Tests.Permalinks;

public sealed class LinkCheckTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/speeches")]
    [InlineData("/speeches/page/2")]
    [InlineData("/themes/rivers")]
    [InlineData("/themes/rivers/page/2")]
    [InlineData("/themes/rivers/feed.xml")]
    [InlineData("/search?q=water#ui-results")]
    [InlineData("/speeches/other")]
    [InlineData("/Speeches/Other/")]
    [InlineData("/speeches//other")]
    [InlineData("/offline")]
    [InlineData("/speeches/other.json")]
    [InlineData("/speeches/other/p1.speech.bib")]
    [InlineData("/speeches/other.speech.csl.json")]
    [InlineData("/speeches/old-name.akn.xml")]
    [InlineData("/speeches/old-name#p1")]
    [InlineData("/speeches/faulty.pdf")]
    [InlineData("/speeches/other#p1")]
    [InlineData("/speeches/other#overview")]
    [InlineData("/speeches/other#p1:~:text=water")]
    [InlineData("/speeches/old-name/p1")]
    [InlineData("/speeches/other/was")]
    [InlineData("/speeches/faulty/p1")]
    [InlineData("#here")]
    [InlineData("#ui-main")]
    [InlineData("#")]
    public void A_link_that_leads_somewhere_is_right(string address) => Problems(address).Should().BeEmpty();

    [Theory]
    [InlineData("/speeches/othr", """The link to "/speeches/othr" leads nowhere. Did you mean "other"?""")]
    [InlineData("/speeches/other.pdf", """The link to "/speeches/other.pdf" leads nowhere. Choose one of: md, json, txt, akn.xml, bib, ris, csl.json, speech.bib, speech.ris, speech.csl.json.""")]
    [InlineData("/speeches/other.jso", """The link to "/speeches/other.jso" leads nowhere. Did you mean "json"?""")]
    [InlineData("/speeches/other/p1.md", """The link to "/speeches/other/p1.md" leads nowhere. Choose one of: bib, ris, csl.json, speech.bib, speech.ris, speech.csl.json.""")]
    [InlineData("/speeches/old-name#p11", """The link to "/speeches/old-name#p11" leads to the page, but nothing on it has the id "p11". Did you mean "p1"?""")]
    [InlineData("/speeches/other/p11", """The link to "/speeches/other/p11" leads nowhere. Did you mean "p1"?""")]
    [InlineData("/speeches/other#p11", """The link to "/speeches/other#p11" leads to the page, but nothing on it has the id "p11". Did you mean "p1"?""")]
    [InlineData("/speeches/other#was", """The link to "/speeches/other#was" leads to the page, but what was there is called "p1" now. Write #p1 in place of #was.""")]
    [InlineData("/themes/river", """The link to "/themes/river" leads nowhere. Did you mean "rivers"?""")]
    [InlineData("/themes/rivers/mud", """The link to "/themes/rivers/mud" leads nowhere. Did you mean "rivers"?""")]
    [InlineData("/about", """The link to "/about" leads nowhere. Write an address of this site as its pages have it, such as /themes or /speeches/my-speech#p7.""")]
    [InlineData("/speeches/a/b/c", """The link to "/speeches/a/b/c" leads nowhere. Choose one of: other, speech.""")]
    [InlineData("#p77", """The link to "#p77" leads to the page, but nothing on it has the id "p77". Choose one of: overview, here.""")]
    public void A_link_that_leads_nowhere_is_reported_where_it_stands(string address, string words) =>
        Problems(address).Should().Equal($"content/speeches/speech.md:9:5 link-broken {words}");

    private IEnumerable<string> Problems(string address) => _folder
        .With("other", ContentFolder.FrontMatter.Replace("source:", "aliases: [old-name]\nmoved: { was: p1 }\nsource:") + "One. ^p1")
        .With("faulty", "broken")
        .With("speech", ContentFolder.FrontMatter + $"See [this]({address}). ^here")
        .Read().Problems.Where(problem => problem.File.EndsWith("/speech.md", StringComparison.Ordinal)).Select(problem => problem.ToString());
}

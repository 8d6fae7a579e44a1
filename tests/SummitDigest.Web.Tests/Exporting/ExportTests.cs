using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using SummitDigest.Web.Tests.Commands;
using static SummitDigest.Web.Tests.Exporting.ExportedFiles;

namespace SummitDigest.Web.Tests.Exporting;

/// <summary>The site as files.</summary>
public sealed partial class ExportTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public ExportTests() => _folder
        .WithSpeech("first", "The river runs. ^p1\n\nSee [what was said](/speeches/second#p1) of the meadow, in [all](/themes). ^p2")
        .WithSpeech("second", "The meadow is green. ^p1\n\nGood day. ^p2", "date: 2024-05-03\naliases: [once]\nmoved: { p9: p2 }")
        .With("permalinks.txt", "speech first The speech first\nsection overview p1\npassage p1\npassage p2\nwithdrawn passage p3\nwithdrawn speech gone A speech that is gone\n");

    // All to what is there, though not always under that address.
    private const string Linking = """
        The river: [there](/Speeches/Second) [there](/speeches/second/?from=here) [there](/speeches/once#p2) [there](/speeches/once.json) [there](/speeches/once/p9) [there](/speeches/second/P9.ris)
        [there](/speeches/second/p1) [there](/speeches/second/p1#ui-cite) [there](/speeches/second/p1.bib) [there](/Themes//Rivers) [there](/themes/rivers/feed.xml)
        [there](/search/?q=river) [there](/) [there](/speeches/gone) [there](#p2) [there](https://example.org/A) ^p1

        The meadow. ^p2
        """;

    private string Out => _folder.At("../out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_the_caller_stands_in_can_be_exported_to()
    {
        Directory.CreateDirectory(Out);
        using var program = RunningProgram.StartAt(Out, RunningProgram.Program, new Dictionary<string, string>(), "export", ".", $"--Content:Folder={_folder.Content}");
        (await program.StandardError.ReadToEndAsync()).Should().Contain(Path.GetFullPath(Out)).And.NotContain("could not");
        (await program.EndAsync()).Should().Be(0);
        File.Exists(Path.Combine(Out, "index.html")).Should().BeTrue();
    }

    [Fact]
    public async Task All_links_within_an_export_lead_to_its_files()
    {
        var result = await ExportAsync(Out, "--base", "/digest/");
        result.Error.Should().MatchRegex(@"^\d+ pages in \d+ files, \d+ of them new or changed, in [\d.]+ seconds: ");
        var files = Files(Out);
        files.Should().Contain(["index.html", "speeches/first/index.html", "speeches/first/p2/index.html", "speeches/first/p2.bib", "themes/rivers/index.html", "search/index.html", "404.html", "sw.js", "feed.xml", "sitemap.xml", "search/current", ".nojekyll"]);
        LinksIn(Out, "/digest/").Except(files).Should().BeEmpty();
    }

    [Fact]
    public async Task All_links_within_the_bundled_content_lead_to_files_and_places_in_them()
    {
        using var bundled = new CommandFolder().WithBundledContent();
        var result = await bundled.RunAsync("export", Out, "--base", "/digest/");
        result.ExitCode.Should().Be(0, result.Error);
        LinksIn(Out, "/digest/").Except(Files(Out)).Should().BeEmpty();
        LinkedPlacesIn(Out, "/digest/").Except(PlacesIn(Out)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_speech_that_stands_twice_in_the_ledger_keeps_nothing_back()
    {
        _folder.With("permalinks.txt", _folder.Text("permalinks.txt") + "speech first The speech first\npassage p8\nspeech page A page\npassage p1\n");
        await ExportAsync(Out);
        File.ReadAllText(Path.Combine(Out, "redirects.txt")).Should().NotContain("p8");
    }

    [Fact]
    public async Task Long_lists_are_there_with_all_their_pages()
    {
        for (var number = 1; number <= 60; number++)
            _folder.WithSpeech($"speech-{number}", "The river runs. ^p1\n\nThe river is wide. ^p2");
        await ExportAsync(Out, "--base", "/digest/", "--no-passage-pages");
        var files = Files(Out);
        files.Should().Contain(["speeches/page/2/index.html", "themes/rivers/page/2/index.html"]);
        LinksIn(Out, "/digest/").Except(files).Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_say_themselves_what_they_may_load_as_the_server_does()
    {
        await ExportAsync(Out);
        using var site = new TestSite();
        using var response = await site.GetAsync("/");
        using var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(Out, "index.html")));
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content");
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Be($"{policy}; frame-ancestors 'none'");
    }

    [Theory]
    [InlineData("/feed.xml", "<id>(?<id>[^<]*)</id>")]
    [InlineData("/themes/rivers/feed.json", "\"id\": ?\"(?<id>[^\"]*)\"")]
    public async Task Entries_of_feeds_are_those_of_the_server(string feed, string id)
    {
        await ExportAsync(Out);
        using var site = new TestSite().With("Content:Folder", _folder.Content);
        var served = await (await site.GetAsync(feed)).Content.ReadAsStringAsync();
        IdsIn(File.ReadAllText(Path.Combine(Out, feed[1..]))).Should().Equal(IdsIn(served)).And.NotBeEmpty();

        string[] IdsIn(string text) => [.. Regex.Matches(text, id, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Select(match => match.Groups["id"].Value)];
    }

    [Fact]
    public async Task Without_passages_pages_links_lead_to_their_places()
    {
        await ExportAsync(Out);
        var version = File.ReadAllText(Path.Combine(Out, "version.txt"));
        await ExportAsync(Out, "--no-passage-pages");
        File.ReadAllText(Path.Combine(Out, "version.txt")).Should().NotBe(version, "what readers keep must be fetched again");
        var files = Files(Out);
        files.Should().NotContain("speeches/first/p1/index.html").And.NotContain("speeches/first/p1.bib");
        LinksIn(Out, "/").Except(files).Should().BeEmpty();
        File.ReadAllText(Path.Combine(Out, "speeches/first/index.html")).Should().Contain("href=\"/speeches/first/#p1\"")
            .And.NotMatchRegex("href=\"[^\"]*#[^\"]*#").And.NotContain("Open alone").And.Contain("href=\"/speeches/first/#ui-cite\"");
    }

    [Fact]
    public async Task Links_of_the_content_lead_to_where_things_are_now()
    {
        await ExportAsync(Out);
        LinksOfContent().Should().Equal("/speeches/second/#p1", "/themes/");
        _folder.WithSpeech("first", Linking);
        await ExportAsync(Out, "--base", "/digest/");
        LinksOfContent().Should().Equal(
            "/digest/speeches/second/", "/digest/speeches/second/?from=here", "/digest/speeches/second/#p2", "/digest/speeches/second.json", "/digest/speeches/second/p2/", "/digest/speeches/second/p2.ris",
            "/digest/speeches/second/p1/", "/digest/speeches/second/p1/#ui-cite", "/digest/speeches/second/p1.bib", "/digest/themes/rivers/", "/digest/themes/rivers/feed.xml",
            "/digest/search/?q=river", "/digest/", "/digest/speeches/gone/", "#p2", "https://example.org/A");
        LinksIn(Out, "/digest/").Except(Files(Out)).Should().BeEmpty();
        LinkedPlacesIn(Out, "/digest/").Except(PlacesIn(Out)).Should().BeEmpty();
    }

    [Fact]
    public async Task Links_of_the_content_to_parts_without_pages_lead_to_their_places()
    {
        _folder.WithSpeech("first", Linking);
        await ExportAsync(Out, "--no-passage-pages");
        LinksOfContent().Should().Equal(
            "/speeches/second/", "/speeches/second/?from=here", "/speeches/second/#p2", "/speeches/second.json", "/speeches/second/#p2", "/speeches/second.ris",
            "/speeches/second/#p1", "/speeches/second/#p1", "/speeches/second.bib", "/themes/rivers/", "/themes/rivers/feed.xml",
            "/search/?q=river", "/", "/speeches/gone/", "#p2", "https://example.org/A");
        LinksIn(Out, "/").Except(Files(Out)).Should().BeEmpty();
        LinkedPlacesIn(Out, "/").Except(PlacesIn(Out)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("feed.json")]
    [InlineData("speeches/first.akn.xml")]
    [InlineData("speeches/first.json")]
    public async Task Links_of_the_content_in_files_for_machines_lead_there_too(string file)
    {
        _folder.WithSpeech("first", "The river: [there](/Speeches/Second), [there](/speeches/once/p9), [there](#p2). ^p1\n\nThe meadow. ^p2");
        await ExportAsync(Out, "--base", "/digest/", "--Site:BaseUrl=https://digest.example.org");
        // In feeds the text of a text, and in JSON too.
        var html = WebUtility.HtmlDecode(JsonEscape().Replace(File.ReadAllText(Path.Combine(Out, file)), "&#x${code};"));
        LinkToThere().Matches(html).Select(link => link.Groups["address"].Value.Replace("https://digest.example.org", "", StringComparison.Ordinal))
            .Should().Equal("/digest/speeches/second/", "/digest/speeches/second/p2/", "/digest/speeches/first/#p2");
    }

    [Fact]
    public async Task A_page_is_written_again_when_what_it_links_to_moved()
    {
        _folder.WithSpeech("first", Linking);
        await ExportAsync(Out);
        File.Delete(_folder.At("speeches/second.md"));
        _folder.WithSpeech("another", "The meadow is green. ^p1\n\nGood day. ^p3", "date: 2024-05-03\naliases: [second, once]\nmoved: { p9: p3, p2: p3 }");
        await ExportAsync(Out);
        LinksOfContent().Should().Contain(["/speeches/another/", "/speeches/another.json", "/speeches/another/p3/"]);
        await ExportAsync($"{Out}2");
        Bytes(Out).Should().BeEquivalentTo(Bytes($"{Out}2"));
    }

    [Fact]
    public async Task Old_addresses_lead_on_by_themselves_and_are_listed()
    {
        await ExportAsync(Out, "--base", "/digest/");
        var redirects = File.ReadAllLines(Path.Combine(Out, "redirects.txt")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToLookup(parts => Path.HasExtension(parts[0]));
        redirects[false].Select(parts => string.Join('\t', parts)).Should().Equal(
            "/digest/speeches/first/overview\t/digest/speeches/first/rivers/\t301",
            "/digest/speeches/first/p3\t-\t410",
            "/digest/speeches/gone\t-\t410",
            "/digest/speeches/once\t/digest/speeches/second/\t301",
            "/digest/speeches/once/meadows\t/digest/speeches/second/meadows/\t301",
            "/digest/speeches/once/overview\t/digest/speeches/second/overview/\t301",
            "/digest/speeches/once/p1\t/digest/speeches/second/p1/\t301",
            "/digest/speeches/once/p2\t/digest/speeches/second/p2/\t301",
            "/digest/speeches/once/p9\t/digest/speeches/second/p2/\t301",
            "/digest/speeches/second/p9\t/digest/speeches/second/p2/\t301");
        redirects[true].Select(parts => string.Join('\t', parts)).Should().Contain([
            "/digest/speeches/first/p3.csl.json\t-\t410",
            "/digest/speeches/gone.txt\t-\t410",
            "/digest/speeches/once.akn.xml\t/digest/speeches/second.akn.xml\t301",
            "/digest/speeches/once/p9.speech.bib\t/digest/speeches/second/p2.speech.bib\t301"]);
        var files = Files(Out).Select(file => $"/digest/{file}").ToList();
        redirects[true].Select(parts => parts[1]).Where(to => to != "-").Except(files).Should().BeEmpty();
        files.Intersect(redirects[true].Select(parts => parts[0])).Should().BeEmpty("a page in place of a citation would be taken for one");
        File.ReadAllText(Path.Combine(Out, "speeches/once/p9/index.html")).Should().Contain("<meta http-equiv=\"refresh\" content=\"0; url=/digest/speeches/second/p2/\">");
        File.ReadAllText(Path.Combine(Out, "speeches/first/p3/index.html")).Should().ContainEquivalentOf("taken out");
    }

    [Fact]
    public async Task What_a_theme_was_called_leads_to_it()
    {
        _folder.With("themes.yml", _folder.Text("themes.yml").Replace("title: Rivers", "title: Rivers\n    aliases: [brooks]"))
            .WithSpeech("third", "See [what](/themes/brooks) and [whose](/Themes/Brooks/feed.xml). ^p1");
        await ExportAsync(Out, "--base", "/digest/");
        File.ReadAllText(Path.Combine(Out, "themes/brooks/index.html")).Should().Contain("<meta http-equiv=\"refresh\" content=\"0; url=/digest/themes/rivers/\">");
        File.ReadAllLines(Path.Combine(Out, "redirects.txt")).Should().Contain(["/digest/themes/brooks\t/digest/themes/rivers/\t301", "/digest/themes/brooks/feed.xml\t/digest/themes/rivers/feed.xml\t301"]);
        LinksIn(Out, "/digest/").Except(Files(Out)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_content_gives_the_same_bytes()
    {
        await ExportAsync(Out);
        await ExportAsync($"{Out}2");
        Bytes(Out).Should().BeEquivalentTo(Bytes($"{Out}2"));
    }

    [Fact]
    public async Task What_did_not_change_is_not_written_again_and_what_did_is_as_if_all_were_new()
    {
        await ExportAsync(Out);
        var untouched = Path.Combine(Out, "speeches/first/index.html");
        File.SetLastWriteTimeUtc(untouched, new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        (await ExportAsync(Out)).Error.Should().Contain(", 0 of them new or changed");
        File.GetLastWriteTimeUtc(untouched).Year.Should().Be(2020);

        _folder.WithSpeech("second", "The meadow is green, and wide. ^p1\n\nGood day. ^p2", "date: 2024-05-03\naliases: [once]\nmoved: { p9: p2 }");
        await ExportAsync(Out);
        File.GetLastWriteTimeUtc(untouched).Year.Should().Be(2020);
        await ExportAsync($"{Out}2");
        Bytes(Out).Should().BeEquivalentTo(Bytes($"{Out}2"));

        File.Delete(_folder.At("speeches/second.md"));
        await ExportAsync(Out);
        Directory.Exists(Path.Combine(Out, "speeches/second")).Should().BeFalse();
        // A theme may show on any page.
        _folder.With("themes.yml", _folder.Text("themes.yml").Replace("Rivers", "Streams"));
        await ExportAsync(Out);
        File.ReadAllText(untouched).Should().Contain("Streams");
    }

    [Fact]
    public async Task Compressed_files_are_those_beside_them()
    {
        await ExportAsync(Out);
        await ExportAsync(Out, "--compress");
        foreach (var file in Files(Out).Where(file => file.EndsWith(".br", StringComparison.Ordinal) || file.EndsWith(".gz", StringComparison.Ordinal)))
        {
            using var compressed = File.OpenRead(Path.Combine(Out, file));
            using Stream stream = file.EndsWith(".br", StringComparison.Ordinal) ? new BrotliStream(compressed, CompressionMode.Decompress) : new GZipStream(compressed, CompressionMode.Decompress);
            using var plain = new MemoryStream();
            await stream.CopyToAsync(plain);
            plain.ToArray().Should().Equal(File.ReadAllBytes(Path.Combine(Out, file[..^3])), file);
        }
        Files(Out).Should().Contain(["index.html.br", "index.html.gz", "css/site.css.br"]).And.NotContain("share.png.br");
        var before = Bytes(Out);
        await ExportAsync(Out, "--compress");
        Bytes(Out).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task Compressed_files_come_to_those_that_are_there()
    {
        await ExportAsync(Out);
        var page = Path.Combine(Out, "index.html");
        File.SetLastWriteTimeUtc(page, new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        (await ExportAsync(Out, "--compress")).Error.Should().Contain(", 1 of them new or changed", "of all but its own notes the export has the bytes already");
        File.GetLastWriteTimeUtc(page).Year.Should().Be(2020);
        File.Exists($"{page}.br").Should().BeTrue();
    }

    [Fact]
    public async Task A_folder_of_something_else_is_left_alone()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "diary.txt"), "Dear diary");
        var result = await TryExportAsync(Out);
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("is no export, so it is left alone");
        Files(Out).Should().Equal("diary.txt");
    }

    [Fact]
    public async Task While_one_export_is_at_work_another_one_leaves_it_alone()
    {
        await ExportAsync(Out);
        var before = Bytes(Out);
        using (new FileStream($"{Out}.export-lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var result = await TryExportAsync(Out);
            result.ExitCode.Should().Be(1);
            result.Error.Should().Contain("Another export is at work there");
        }
        Bytes(Out).Should().BeEquivalentTo(before);
        await ExportAsync(Out);
        File.Exists($"{Out}.export-lock").Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("/tmp/..")]
    public async Task A_folder_that_none_can_be_put_in_the_place_of_is_wrong_usage(string folder)
    {
        var result = await TryExportAsync(folder);
        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith("Name a folder");
    }

    [Theory]
    [InlineData("/a.b/")]
    [InlineData("/.a/b-c/d_e/")]
    public async Task A_base_may_be_called_as_folders_of_hosts_are(string given)
    {
        await ExportAsync(Out, "--base", given);
        LinksIn(Out, given).Except(Files(Out)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("/digest")]
    [InlineData("/a b/")]
    [InlineData("/./")]
    [InlineData("/a/../")]
    public async Task A_base_that_is_none_is_wrong_usage(string given) =>
        (await TryExportAsync(Out, "--base", given)).ExitCode.Should().Be(2);

    [Fact]
    public async Task A_speech_with_a_mistake_is_told_of_and_does_not_keep_the_others_back()
    {
        _folder.With("speeches/second.md", "---\ntitle: Half a file\n");
        var result = await TryExportAsync(Out);
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("check lists what is wrong").And.Contain($"{PagesIn(Out).Count() - 1} pages in", "404.html is nobody's address, and pages that were left out are not there");
        Files(Out).Should().Contain("speeches/first/index.html").And.NotContain("speeches/second/index.html");
    }

    private async Task<CommandResult> ExportAsync(string folder, params string[] options)
    {
        var result = await TryExportAsync(folder, options);
        result.ExitCode.Should().Be(0, result.Error);
        return result;
    }

    private Task<CommandResult> TryExportAsync(string folder, params string[] options) => _folder.RunAsync(["export", folder, .. options]);

    private IEnumerable<string?> LinksOfContent()
    {
        using var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(Out, "speeches/first/index.html")));
        return [.. page.QuerySelectorAll(".passage .text a").Select(link => link.GetAttribute("href"))];
    }

    [GeneratedRegex(@"\\u(?<code>[0-9A-F]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex JsonEscape();

    [GeneratedRegex("href=\"(?<address>[^\"]+)\"[^>]*>there<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LinkToThere();
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SummitDigest.Content.Tests.Reading;

/// <summary>What content must not be able to do.</summary>
public sealed class SafetyTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Raw_html_is_shown_as_text() =>
        Html("A <script>alert(1)</script> and <b onclick=x>bold</b>.\n\n<iframe src=x></iframe>").Should()
            .Be("<p>A &lt;script&gt;alert(1)&lt;/script&gt; and &lt;b onclick=x&gt;bold&lt;/b&gt;.</p><p>&lt;iframe src=x&gt;&lt;/iframe&gt;</p>");

    [Theory]
    [InlineData("[x](https://example.org/a?b=c#d)")]
    [InlineData("[x](HTTP://example.org)")]
    [InlineData("[x](mailto:a@example.org)")]
    [InlineData("[x](/themes/security)")]
    [InlineData("[x](#p1)")]
    [InlineData("[C++](https://en.wikipedia.org/wiki/C++)")]
    [InlineData("[x](https://example.org/?q=a+)")]
    [InlineData("[x](https://example.org/?q=a%20)")]
    [InlineData("<https://example.org>")]
    [InlineData("<a@example.org>")]
    public void A_safe_link_lives(string markdown) => Html(markdown).Should().Contain("<a href=");

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java%0ascript:alert(1))")]
    [InlineData("[x](%6aavascript:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](<  javascript:alert(1)>)")]
    [InlineData("[x](%20javascript:alert(1))")]
    [InlineData("[x](+https://example.org)")]
    [InlineData("[x](data:text/html,hi)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//example.org)")]
    [InlineData("[x](/\\\\example.org)")]
    [InlineData("[x](/%5Cexample.org)")]
    [InlineData("[x](/%2fexample.org)")]
    [InlineData("[x](relative)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("![x](https://example.org/a.png)")]
    public void Any_other_link_and_any_picture_becomes_its_text(string markdown)
    {
        Html(markdown).Should().NotContain("href").And.NotContain("<img").And.MatchRegex("x|javascript");
        _folder.Read().Problems.Should().ContainSingle().Which.Severity.Should().Be(Problems.Severity.Warning);
    }

    [Theory]
    [InlineData("Before [gone](javascript:x) after.", "Before gone after.")]
    [InlineData("Before *this* ![*seen* here](x.png) after.", "Before this seen here after.")]
    public void What_stands_around_a_link_that_was_taken_out_stays(string markdown, string text) =>
        _folder.With("speech", ContentFolder.FrontMatter + markdown).Read().Speeches.Single().Passages.Single().Text.Should().Be(text);

    // A parser takes half a minute and more for some of these; they must not reach it.
    [Theory]
    [InlineData("[", 100_000, "line-too-long")]
    [InlineData("[\n", 100_000, "marks-too-many")]
    [InlineData("[a](", 4_000, "marks-too-many")]
    [InlineData("*a_ ", 4_000, "marks-too-many")]
    [InlineData("- ", 2_000, "nesting-too-deep")]
    [InlineData("> ", 2_000, "nesting-too-deep")]
    [InlineData("1. ", 2_000, "nesting-too-deep")]
    [InlineData("[a]: b\n\n", 20_000, "brackets-too-many")]
    [InlineData("[a]: b\n", 100_000, "marks-too-many")]
    [InlineData("# a\n", 10_000, "headings-too-many")]
    [InlineData("a\n\n", 20_000, "paragraphs-too-many")]
    public void Markdown_made_to_be_slow_is_refused(string piece, int times, string code)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            _folder.With("speech", (ContentFolder.FrontMatter + string.Concat(Enumerable.Repeat(piece, times))).ReplaceLineEndings(lineEnd)).Read()
                .Problems.Select(problem => problem.Code).Should().Contain(code);
        }
    }

    [Fact]
    public void Numbered_paragraphs_count_though_no_empty_lines_stand_between_them()
    {
        var file = ContentFolder.FrontMatter + "1. a\n\n" + string.Concat(Enumerable.Repeat("1. b\n", 10_000));
        _folder.With("speech", file).Read().Problems.Select(problem => problem.ToString()).Should().Equal(
            "content/speeches/speech.md:9:1 paragraphs-too-many The file has more than 10000 paragraphs. Split the report into several files.");
        _folder.Read(new() { Paragraphs = 10_001 }).Speeches.Single().Passages.Should().HaveCount(10_001);
    }

    [Theory]
    [InlineData("`a ``b\n", 20_000)]
    [InlineData("- a\n", 20_000)]
    [InlineData("&amp;\n", 20_000)]
    [InlineData("<a@\n", 20_000)]
    [InlineData("a\n", 20_000)]
    public void Much_of_what_is_not_slow_is_read(string piece, int times) =>
        _folder.With("speech", ContentFolder.FrontMatter + string.Concat(Enumerable.Repeat(piece, times))).Read()
            .Speeches.Should().ContainSingle();

    [Fact]
    public void Lists_inside_lists_line_by_line_are_refused()
    {
        var deep = string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', 2 * i) + "- a\n"));
        _folder.With("speech", ContentFolder.FrontMatter + deep).Read().Problems.Should().Contain(problem => problem.Code == "nesting-too-deep");
    }

    [Fact]
    public void Any_bytes_give_a_library()
    {
        var alphabet = Gen.Elements("---\n", "---\r\n", "\r\n", "title: x\n", "date: 2024-01-01\n", "speaker: x\nevent: x\n", "source: {publisher: x}\n", "# ", "\n\n", "> ", "- ", "1. ",
            " ^p1", " ^", "{#a}", "[", "](", ")", "<", "*", "_", "`", "\\", "&", "\r", "\t", "é", "治", "\uFEFF", "\0", "a", "{", "}", "!", "|", "~", ":", "\"");
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Arb.From(Gen.ListOf(alphabet)), pieces =>
            _folder.With("speech", ContentFolder.FrontMatter + string.Concat(pieces)).Read() is not null
            && _folder.With("speech", string.Concat(pieces)).Read() is not null));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<byte[]>(bytes => _folder.With("speech", bytes).Read() is not null));
    }

    [Fact]
    public void No_word_of_a_report_is_lost()
    {
        var word = Gen.Elements("river", "grass", "and", "水", "1.", "- x", "> y", "A line.", "*so*", "2024");
        var paragraph = Gen.Select(Gen.NonEmptyListOf(word), words => string.Join(' ', words));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Arb.From(Gen.NonEmptyListOf(paragraph)), paragraphs =>
        {
            var text = string.Join("\n\n", paragraphs);
            var speech = _folder.With("speech", ContentFolder.FrontMatter + text).Read().FindSpeech("speech");
            // A report of numbers alone has no text, and is said to have none.
            return Letters(text).Length == 0 || speech is not null && Letters(string.Join(' ', speech.Passages.Select(passage => passage.Text))) == Letters(text);
        }));

        static string Letters(string text) => new([.. text.Where(char.IsLetter)]);
    }

    private string Html(string body)
    {
        var speech = _folder.With("speech", Encoding.UTF8.GetBytes(ContentFolder.FrontMatter + body)).Read().FindSpeech("speech")!;
        return string.Concat(speech.Passages.Select(passage => passage.Html));
    }
}

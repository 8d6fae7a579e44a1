using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SummitDigest.Content.Importing;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests.Importing;

/// <summary>Whatever the bytes are, there is a report or a problem, and soon.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public void Any_bytes_give_a_report_or_a_problem()
    {
        var piece = Gen.Elements("---\n", "title: x\n", "# ", "\n\n", "\n", "\r", "> ", "- ", "1. ", "(a) ", "GENEVA, Dec. 10 (Agency) -- ", "PARIS (AFP) - ", "新华社北京11月8日电（记者", "记者 ", "）", "By Ama Mensah\n", "Mr. ", "President ", "Ama Mensah ", "said ", ", ",
            "the World Summit of the ", "8 November 2023 ", "30 février 2023 ", "31 June ", "<html><body><p>", "</p>", "<b>", "<ul><li>", "<script>", "<meta property='og:title' content='", "'>", "```", "\t", "　", "\u00AD\n", "\uFEFF", "\uD800", "治", "é", "^p1", "{#a}", "[", "](", "AI/mk\n", "###\n", "（完）", "ENDS", "\"", "“", ":");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(Gen.ListOf(piece)), pieces =>
            IsHandled(Encoding.UTF8.GetBytes(string.Concat(pieces)), "x.txt") && IsHandled(Encoding.UTF8.GetBytes(string.Concat(pieces)), "x.md") && IsHandled(Encoding.UTF8.GetBytes(string.Concat(pieces)), "x.html")));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<byte[]>(bytes => IsHandled(bytes, null)));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("A ")]
    [InlineData("a\n")]
    [InlineData("A.\n\n")]
    [InlineData("1. a\n")]
    [InlineData("- a\n\n")]
    [InlineData("a. b.\n")]
    [InlineData(" - a\nb\n")]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("--")]
    [InlineData("新")]
    [InlineData("主席")]
    [InlineData("大会")]
    [InlineData("张三说")]
    [InlineData("President A B said, ")]
    [InlineData("President Ama Mensah, of ")]
    [InlineData("President Ama Men% said so. ")]
    [InlineData("Monday June 6 ")]
    [InlineData("President Ama Mensah, who ")]
    [InlineData("主席李%三说，")]
    [InlineData("Forum of the ")]
    [InlineData("Summit Hall ")]
    [InlineData("1 May 2020 ")]
    [InlineData("<meta name=date content=2024-05-06>on Friday ")]
    [InlineData("Forum sur la ")]
    [InlineData("By A ")]
    [InlineData("#")]
    [InlineData("<b>")]
    [InlineData("<b id=x><p>")]
    [InlineData("<div></x>")]
    [InlineData("<!--</div>--><div>")]
    [InlineData("<div x='</div>'>")]
    [InlineData("<div x= '</div>'>")]
    [InlineData("<script><!--<script></script></div>--></script><div>")]
    [InlineData("<template><div>")]
    [InlineData("<b><textarea></b></textarea>")]
    [InlineData("<i><style></i></style>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><td>")]
    [InlineData("<p>a")]
    [InlineData("a<br>")]
    [InlineData("<meta charset=")]
    [InlineData("<script type=application/ld+json>[[")]
    public void Much_of_anything_takes_seconds(string piece)
    {
        // In place of %, letters that make each name another one.
        var text = string.Concat(Enumerable.Range(0, 300_000 / (Encoding.UTF8.GetByteCount(piece) + 2)).Select(i => piece.Replace("%", $"{(char)(0x4E00 + (i % 20_000))}")));
        foreach (var (before, name) in new[] { ("", "x.txt"), ("<html><body>", "x.html"), ("", "x.md") })
        {
            var time = Stopwatch.StartNew();
            IsHandled(Encoding.UTF8.GetBytes(before + text), name).Should().BeTrue();
            // Half a second each on a quiet machine; with the square of the length it would be a minute.
            time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(15), name);
        }
    }

    [Theory]
    [InlineData("%PDF-1.7 x", "a PDF")]
    [InlineData("{\\rtf1 x", "a rich text file")]
    [InlineData("PK\u0003\u0004x", "a word processor's or an archive file")]
    [InlineData("A\0B", "not a text file")]
    public void What_is_no_text_is_refused_in_words(string start, string word) => Refusal(Encoding.Latin1.GetBytes(start), "file-not-text").Should().Contain(word);

    [Fact]
    public void What_is_too_large_is_refused() => Refusal(new byte[50_000_000], "file-too-large").Should().Contain("50,000,000");

    [Fact]
    public void What_has_no_words_is_refused() => Refusal("\n 12 \n"u8.ToArray(), "text-missing").Should().Contain("no report");

    private static string Refusal(byte[] bytes, string code)
    {
        ReportImporter.Read(bytes, new() { FileName = "x" }, new(), out var problems).Should().BeNull();
        var problem = problems.Should().ContainSingle().Subject;
        problem.Code.Should().Be(code);
        problem.File.Should().Be("x");
        return problem.Message;
    }

    private static bool IsHandled(byte[] bytes, string? name)
    {
        var report = ReportImporter.Read(bytes, new() { FileName = name }, new ContentLimits(), out var problems);
        return report is null ? !problems.IsEmpty : report.ToMarkdown().StartsWith("---\n", StringComparison.Ordinal) && problems.IsEmpty;
    }
}

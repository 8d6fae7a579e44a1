namespace SummitDigest.Content.Tests.Reading;

/// <summary>Slips of typing that leave a file readable, but not as it was meant; and what only looks like one.</summary>
public sealed class SlipsTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Type `cat ^p1 file` now. ^p1")]
    [InlineData("Type `x`^p1 now. ^p1")]
    [InlineData("- one:\n  ```\n  cat ^p1 file\n  ```\n- two ^p1")]
    [InlineData("Type `HEAD^p1`")]
    [InlineData("The sign is \\^p1")]
    [InlineData("```\n|---|\n```")]
    public void What_stands_in_code_or_behind_a_backslash_is_no_slip(string body) => Problems(ContentFolder.FrontMatter + body).Should().BeEmpty();

    [Theory]
    [InlineData("title: Opening", "title:\u00A0Opening")]
    [InlineData("title: Opening", "title: \u00A0Opening")]
    [InlineData("title: Opening", "title\u00A0: Opening")]
    [InlineData("title: Opening", "title:\u3000Opening")]
    [InlineData("  publisher:", "\u00A0 publisher:")]
    [InlineData("date:", "themes: {\u00A0p1:\u00A0none,\u00A0p2: none }\ndate:")]
    public void A_space_that_looks_like_a_blank_around_a_key_is_read_as_one(string typed, string odd)
    {
        Problems(ContentFolder.FrontMatter.Replace(typed, odd) + "One.\n\nTwo.").Should().BeEmpty();
        _folder.Read().Speeches.Single().Title.Should().Be("Opening of the river conference");
    }

    [Theory]
    [InlineData("Rivers:\u00A0the numbers")]
    [InlineData("Rivers rise by 50\u00A0%")]
    public void A_no_break_space_in_a_value_stays(string title)
    {
        Problems(ContentFolder.FrontMatter.Replace("Opening of the river conference", title) + "One.").Should().BeEmpty();
        _folder.Read().Speeches.Single().Title.Should().Be(title);
    }

    [Fact]
    public void A_space_that_looks_like_a_blank_is_one_in_the_ledger()
    {
        _folder.With("speech", ContentFolder.FrontMatter + "One. ^p1\n\nTwo. ^p2").Fix();
        _folder.Ledger = _folder.Ledger.Replace("passage p2", "passage\u00A0p2").Replace("speech speech", "\u00A0speech\tspeech");
        _folder.Read().Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("speaker: Ama Mensah", "speaker: Ama Mensah # 3", "3:21")]
    [InlineData("title: Opening of the river conference", "title: Forum # 3\u00A0", "2:14")]
    [InlineData("event: River Conference 2024", "event: Forum #3", "4:14")]
    [InlineData("date:", "place: Accra #2\ndate:", "5:14")]
    [InlineData("publisher: Volta Daily", "publisher: Volta #2", "7:20")]
    [InlineData("publisher: Volta Daily", "publisher: Volta\n  authors: [Ama # 2\n  ]", "8:17")]
    public void A_hash_that_cuts_a_value_off_is_reported(string line, string typed, string place)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            Problems((ContentFolder.FrontMatter.Replace(line, typed) + "One.").ReplaceLineEndings(lineEnd)).Should().Equal(
                $"content/speeches/speech.md:{place} hash-unread From this hash on the line is not read. Put the whole value in straight quotation marks (\"…\"); where a note of yours begins here, put a second blank in front of it.");
        }
    }

    [Theory]
    [InlineData("speaker: Ama Mensah", "speaker: Ama Mensah   # who gave the speech")]
    [InlineData("speaker: Ama Mensah", "speaker: \"Ama Mensah\" # 3")]
    [InlineData("speaker: Ama Mensah", "# 3\nspeaker: Ama#Mensah")]
    [InlineData("date: 2024-05-02", "date: 2024-05-02 # a Thursday")]
    public void A_note_is_no_slip(string line, string typed) => Problems(ContentFolder.FrontMatter.Replace(line, typed) + "One.").Should().BeEmpty();

    [Theory]
    [InlineData("speaker: Ama Mensah", "speaker: “Ama Mensah”", "3:10")]
    [InlineData("title: Opening of the river conference", "title: „Opening“", "2:8")]
    [InlineData("event: River Conference 2024", "event: « River Conference »", "4:8")]
    [InlineData("publisher: Volta Daily", "publisher: ‘Volta Daily’", "7:14")]
    public void Curly_quotation_marks_around_a_value_are_reported(string line, string typed, string place) =>
        Problems(ContentFolder.FrontMatter.Replace(line, typed) + "One.").Should().Equal(
            $"content/speeches/speech.md:{place} quotes-curly These quotation marks are curly, so the page shows them with the value. Type straight ones (\"…\") in their place, or around them where the value is a quotation.");

    [Theory]
    [InlineData("\"“Opening of rivers”\"")]
    [InlineData("“Opening” of “rivers”")]
    [InlineData("The “rivers”")]
    [InlineData("‘Rivers’ and ‘lakes’")]
    [InlineData("“")]
    public void Curly_quotation_marks_that_are_meant_are_no_slip(string title) =>
        Problems(ContentFolder.FrontMatter.Replace("Opening of the river conference", title) + "One.").Should().BeEmpty();

    [Fact]
    public void A_colon_between_curly_quotation_marks_asks_for_straight_ones() =>
        Problems(ContentFolder.FrontMatter.Replace("Opening of the river conference", "“Rivers: the numbers”") + "One.").Should().ContainSingle()
            .Which.Should().Contain("yaml-invalid").And.Contain("straight quotation marks (\"…\")");

    private IEnumerable<string> Problems(string file) => _folder.With("speech", file).Read().Problems.Select(problem => problem.ToString());
}

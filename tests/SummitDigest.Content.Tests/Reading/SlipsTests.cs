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

    private IEnumerable<string> Problems(string file) => _folder.With("speech", file).Read().Problems.Select(problem => problem.ToString());
}

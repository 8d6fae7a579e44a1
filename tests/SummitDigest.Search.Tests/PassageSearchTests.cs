using SummitDigest.Content;
using SummitDigest.Content.Reading;

namespace SummitDigest.Search.Tests;

public sealed class PassageSearchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-digest-").FullName;
    private readonly Library _library;

    public PassageSearchTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "speeches"));
        Write("older", "2023-01-01", "Cyber-crime grows everywhere.", "The café’s “digital divide” narrows.");
        Write("newer", "2024-01-01", "Nothing of that.", "Divide and rule is not digital.", "网络主权应当得到尊重。");
        _library = new LibraryReader(new()).Read(_folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("digital divide", "newer p2,older p2")]
    [InlineData("divide digital", "newer p2,older p2")]
    [InlineData("CAFE", "older p2")]
    [InlineData("cyber crime", "older p1")]
    [InlineData("Cyber‑Crime", "older p1")]
    [InlineData("digital div", "newer p2,older p2")]
    [InlineData("digi divide", "")]
    [InlineData("网络主权", "newer p3")]
    [InlineData("nowhere", "")]
    [InlineData("", "")]
    [InlineData("  “—” ", "")]
    public void A_passage_with_all_words_is_found(string query, string found) =>
        string.Join(',', PassageSearch.Find(_library, query).Select(hit => $"{hit.Speech.Slug} {hit.Passage.Id}")).Should().Be(found);

    [Fact]
    public void The_words_that_were_found_are_marked()
    {
        var hit = PassageSearch.Find(_library, "cafe divide").Should().ContainSingle().Subject;
        hit.Matches.Select(match => hit.Passage.Text.Substring(match.Start, match.Length)).Should().Equal("café", "divide");
    }

    [Fact]
    public void Words_past_the_sixteenth_are_ignored() =>
        PassageSearch.Find(_library, string.Concat(Enumerable.Repeat("digital ", PassageSearch.MaxWords)) + "nowhere").Should().HaveCount(2);

    private void Write(string slug, string date, params string[] passages) =>
        File.WriteAllText(Path.Combine(_folder, "speeches", slug + ".md"),
            $"---\ntitle: x\nspeaker: x\nevent: x\ndate: {date}\nkind: transcript\n---\n{string.Join("\n\n", passages)}");
}

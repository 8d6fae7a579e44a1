using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests.Permalinks;

public sealed class BundledLedgerTests
{
    private readonly Library _library = new LibraryReader(new()).Read(Repository.Content);

    [Fact]
    public void The_ledger_has_every_address_of_the_bundled_speeches() =>
        _library.Ledger.With(_library).ToString().Should().Be(File.ReadAllText(Path.Combine(Repository.Content, "permalinks.txt")));

    [Fact]
    public void The_bundled_content_has_no_problem() => _library.Problems.Should().BeEmpty();
}

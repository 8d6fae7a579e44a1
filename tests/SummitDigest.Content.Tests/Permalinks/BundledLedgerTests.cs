using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests.Permalinks;

public sealed class BundledLedgerTests
{
    [Fact]
    public void The_bundled_content_has_no_problem_and_all_its_addresses_are_in_the_ledger() => new LibraryReader(new()).Read(Repository.Content).Problems.Should().BeEmpty();
}

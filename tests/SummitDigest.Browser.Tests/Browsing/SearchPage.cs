using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>The parts of the search page, and a library for it.</summary>
internal static class SearchPage
{
    /// <summary>A library whose index comes in many files.</summary>
    /// <returns>Words that stand in it.</returns>
    public static IReadOnlyList<string> WriteLarge(RestartableSite site) => new SyntheticSpeeches(5).WriteTo(site.Folder, speeches: 30, passages: 50);

    /// <summary>A passage of the bundled speech in quotes, with an end that is not in it and goes beyond what is looked at.</summary>
    public static string TooLong { get; } = $"\"in 2015 at the second {string.Concat(Enumerable.Repeat("invented ", 100))}\"";

    public static ILocator Box(IPage page) => page.Locator("main input[type=search]");

    public static ILocator Hits(IPage page) => page.Locator("#ui-results li");

    public static ILocator Status(IPage page) => page.Locator("#ui-status");

    /// <summary>Waits for the last that comes of an answer. A site that goes away before it would be complained of.</summary>
    public static Task ShouldHaveCountedAsync(IPage page) => Assertions.Expect(page.GetByLabel("Speaker").Locator("option").Nth(1)).ToContainTextAsync("(");
}

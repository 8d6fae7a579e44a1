using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>What axe can find of WCAG 2.0, 2.1 and 2.2, levels A and AA.</summary>
internal static class AccessibilitySteps
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
    };

    /// <summary>Fails if axe finds anything in the page as it is now.</summary>
    public static async Task ShouldShutNobodyOutAsync(this IPage page)
    {
        var result = await page.RunAxe(Wcag);

        result.Passes.Should().NotBeEmpty("axe must have looked at something");
        result.Violations.SelectMany(InWords).Should().BeEmpty();
    }

    private static IEnumerable<string> InWords(AxeResultItem violation) =>
        violation.Nodes.Select(node =>
            $"{violation.Id}: {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))} {node.Html}");
}

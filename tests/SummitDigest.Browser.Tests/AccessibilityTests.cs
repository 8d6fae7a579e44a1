using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>What axe can find of WCAG 2.0, 2.1 and 2.2, levels A and AA.</summary>
public sealed class AccessibilityTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
    };

    // Passages that the address names have colours of their own, and so has the notice where it names nothing.
    private static readonly string[] Pages =
    [
        $"{Addresses.Home}#p1", $"{Addresses.Speech}#p7", $"{Addresses.Speeches}#no-such-place",
        Addresses.Themes, Addresses.Theme, Addresses.Search, Addresses.Missing, "/offline",
    ];

    public static TheoryData<string, ColorScheme> PagesInBothSchemes
    {
        get
        {
            var data = new TheoryData<string, ColorScheme>();
            foreach (var address in Pages)
            {
                data.Add(address, ColorScheme.Light);
                data.Add(address, ColorScheme.Dark);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PagesInBothSchemes))]
    public async Task No_page_shuts_a_reader_out(string address, ColorScheme scheme)
    {
        var page = await OpenAsync(address, new() { ColorScheme = scheme });
        await page.UnfoldAsync();

        var result = await page.RunAxe(Wcag);

        result.Passes.Should().NotBeEmpty("axe must have looked at something");
        result.Violations.SelectMany(InWords).Should().BeEmpty();
    }

    private static IEnumerable<string> InWords(AxeResultItem violation) =>
        violation.Nodes.Select(node =>
            $"{violation.Id}: {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))} {node.Html}");
}

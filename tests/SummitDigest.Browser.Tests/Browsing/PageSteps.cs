using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>What tests do with pages again and again.</summary>
internal static partial class PageSteps
{
    // More than any page has links; beyond it the focus goes in circles.
    private const int MostTabs = 200;

    /// <summary>320 pixels: the width at which WCAG 2.2 (1.4.10) asks for no scrolling in two directions.</summary>
    public static ViewportSize Narrow => new() { Width = 320, Height = 640 };

    /// <summary>The passages in the page, in reading order.</summary>
    public static ILocator Passages(this IPage page) => page.GetByRole(AriaRole.Link, new() { NameRegex = PassageLink() });

    /// <summary>The sections of the speech in the page that have a theme.</summary>
    public static ILocator SectionsWithTheme(this IPage page) =>
        page.Locator(".section").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "All on" }) });

    /// <summary>Opens everything that can be folded out.</summary>
    public static Task UnfoldAsync(this IPage page) =>
        page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");

    /// <summary>Fails if the page is wider than the screen, and says where.</summary>
    public static async Task ShouldNotScrollSidewaysAsync(this IPage page)
    {
        // The innermost elements say best what is at fault.
        var tooWide = await page.EvaluateAsync<string[]>("""
            () => {
              const { scrollWidth, clientWidth } = document.documentElement;
              if (scrollWidth <= clientWidth) return [];
              const end = element => Math.round(element.getBoundingClientRect().right);
              return [...document.body.querySelectorAll('*')]
                .filter(element => end(element) > clientWidth && ![...element.children].some(child => end(child) > clientWidth))
                .slice(0, 10)
                .map(element => `${element.outerHTML.replace(/\s+/g, ' ').slice(0, 120)} ends at ${end(element)}`)
                .concat(`the page is ${scrollWidth} wide`);
            }
            """);

        tooWide.Should().BeEmpty();
    }

    /// <summary>Presses a button that copies, and waits until it says that it has.</summary>
    /// <returns>What is on the clipboard then.</returns>
    public static async Task<string> CopyAsync(this IPage page, ILocator button)
    {
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync("Copied");
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    public static async Task TabToAsync(this IPage page, ILocator element)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }
        Assert.Fail($"Tab never comes to {element}.");
    }

    /// <summary>Waits until the address names the element, the page takes it for its target, and its beginning is in sight.</summary>
    public static async Task ShouldLandAtAsync(this IPage page, string id)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"#{Regex.Escape(id)}$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        var target = page.Locator(":target");
        await Assertions.Expect(target).ToHaveIdAsync(id);
        await Assertions.Expect(target.Locator(":scope > *").First).ToBeInViewportAsync();
    }

    [GeneratedRegex(@"^Link to passage \d+$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PassageLink();
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>Looks for a passage by words that stand in it.</summary>
internal static partial class SearchSteps
{
    /// <summary>Some long words of a passage of the speech in the page, in their order.</summary>
    public static async Task<string> WordsOfAsync(this IPage page, string passageId)
    {
        var text = await page.Locator($"#{passageId} .text").InnerTextAsync();
        return string.Join(' ', LongWord().Matches(text).Take(4).Select(word => word.Value));
    }

    /// <summary>Submits a search form, and follows the result for a passage of the bundled speech.</summary>
    /// <param name="form">A form whose search starts on the page that has it.</param>
    public static async Task FindAsync(this IPage page, ILocator form, string words, string passageId)
    {
        await form.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await form.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("all the words of");
        await page.GetByRole(AriaRole.Link, new() { Name = $", passage {passageId[1..]}", Exact = false })
            .And(page.Locator($"[href='{Addresses.Speech}#{passageId}']")).ClickAsync();

        // With a script the address may also tell what to mark.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Addresses.Speech}(\\?mark=[^#]*)?#{passageId}$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await page.ShouldLandAtAsync(passageId);
    }

    // Words next to an apostrophe are left out: they are cut there.
    [GeneratedRegex(@"(?<!['’])\b\p{L}{6,}\b(?!['’])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LongWord();
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

public sealed class LinksTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    private static readonly BrowserNewContextOptions MayCopy = new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Fact]
    public async Task Every_section_and_passage_has_its_link_copied_by_a_button_that_says_so()
    {
        var page = await OpenAsync(Addresses.Speech, MayCopy);
        foreach (var (place, name, address) in new[]
        {
            (page.Locator("#p7"), "Copy link to passage 7", $"{Addresses.Speech}/p7"),
            (page.Locator("#security > header"), "Copy link to the section Security", $"{Addresses.Speech}/security"),
            (page.Locator(".speech-header"), "Copy link to the speech", Addresses.Speech),
        })
        {
            var button = place.GetByRole(AriaRole.Button, new() { Name = name });
            await button.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(button).ToHaveTextAsync("Copied");
            await Assertions.Expect(Spoken(page)).ToHaveTextAsync($"Copied: {name["Copy ".Length..]}.");
            new Uri(await CopiedAsync(page)).AbsolutePath.Should().Be(address);
        }
    }

    [Fact]
    public async Task Where_a_page_may_not_copy_the_text_is_there_to_be_copied_by_hand()
    {
        var page = await OpenAsync($"{Addresses.Speech}/p7");
        await page.EvaluateAsync("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }");
        await page.Locator("#p7").GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Assertions.Expect(page.Locator("#p7 .to-copy")).ToBeFocusedAsync();
        (await page.Locator("#p7 .to-copy").InputValueAsync()).Should().EndWith($"{Addresses.Speech}/p7");
        (await page.EvaluateAsync<string>("getSelection().toString()")).Should().EndWith("/p7");
    }

    [Fact]
    public async Task The_links_of_a_passage_lead_to_its_page_and_to_its_citation()
    {
        var page = await OpenAsync(Addresses.Speech);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open alone: passage 7" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Passage 7");
        await page.GetByRole(AriaRole.Link, new() { Name = "Passage 8" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Passage 8");
        await page.GoBackAsync();
        await page.GetByText("In context").ClickAsync();
        await Assertions.Expect(page.Locator(".context .text").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Read in the speech" }).ClickAsync();
        await Assertions.Expect(page.Locator("#p7")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cite passage 7" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cite this passage" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_reader_chooses_what_to_cite_and_copies_it()
    {
        var page = await OpenAsync($"{Addresses.Speech}/p7", MayCopy);
        (await page.CopyAsync(page.Locator(".cite").GetByRole(AriaRole.Button, new() { Name = "Copy the citation in APA, 7th edition" }))).Should().StartWith("Xinhua. (2023, November 8). Xi Jinping's video address").And.Contain("[Digest of a news report]").And.EndWith($"{Addresses.Speech}/p7");

        await page.GetByText("The speech by Xi Jinping, as reported by Xinhua").ClickAsync();
        (await page.CopyAsync(page.GetByRole(AriaRole.Button, new() { Name = "Copy the citation in Chicago" }))).Should().StartWith("Xi Jinping, “").And.Contain("as reported by Xinhua, in digest").And.Contain("para. 7");
    }

    [Fact]
    public async Task A_copied_citation_keeps_its_italics_where_it_is_pasted_with_them()
    {
        var page = await OpenAsync($"{Addresses.Speech}/p7", MayCopy);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Copy the citation in APA" });
        var plain = await page.CopyAsync(button);
        plain.Should().Be(await page.Locator(".citation").First.TextContentAsync());
        var italic = await page.Locator(".citation i").First.TextContentAsync();
        (await page.EvaluateAsync<string>("async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()")).Should().Contain($"<i>{italic}</i>");

        await page.ReloadAsync();
        await page.EvaluateAsync("async () => { await navigator.clipboard.writeText(''); delete window.ClipboardItem; }");
        (await page.CopyAsync(button)).Should().Be(plain);
    }

    // What comes behind a name or title stands to its right, in whichever direction that is written.
    [Fact]
    public async Task The_parts_of_a_citation_keep_their_order_beside_names_that_are_written_from_right_to_left()
    {
        var own = OwnSite();
        Directory.CreateDirectory(Path.Combine(own.Folder, "speeches"));
        File.WriteAllText(Path.Combine(own.Folder, "themes.yml"), SyntheticSpeeches.Themes);
        File.WriteAllText(Path.Combine(own.Folder, "speeches", "water.md"), "---\ntitle: خطاب \"المياه\"، 2024\nspeaker: محمد علي\nevent: River Conference\ndate: 2024-05-02\nkind: transcript\nlanguage: ar\n---\nالماء.\n");
        own.Start();
        var page = await OpenAsync("/speeches/water/p1", new() { BaseURL = own.Address, Permissions = MayCopy.Permissions });
        await ShouldRunRightAsync(page.Locator(".in-text").First, "(", "محمد", ", 2024", ", para. 1");
        var citation = page.Locator(".citation").First;
        await ShouldRunRightAsync(citation, "محمد", ". (2024", "خطاب", "[Speech");
        (await page.CopyAsync(page.GetByRole(AriaRole.Button, new() { Name = "Copy the citation in APA" }))).Should().Be(await citation.TextContentAsync()).And.StartWith("محمد علي. (2024, May 2). خطاب \"المياه\"، 2024 [Speech as transcribed].");
    }

    [Fact]
    public async Task Selected_words_have_a_link_that_marks_them_and_a_quotation_with_its_citation()
    {
        var page = await OpenAsync(Addresses.Speech, MayCopy);
        var passage = await page.Locator("#p7 .text").InnerTextAsync();
        // Half of a word at each end: browsers find whole words only.
        var words = passage[(passage.IndexOf(' ') + 3)..(passage.LastIndexOf(' ') - 1)];
        await SelectAsync(page, "p7", words);
        var whole = passage[(passage.IndexOf(' ') + 1)..passage.LastIndexOf(' ')];
        (await page.CopyAsync(page.GetByRole(AriaRole.Button, new() { Name = "Copy quotation and citation" }))).Should().StartWith($"“{whole}”\n(Wording of Summit Digest.) Xinhua, “").And.Contain("digest of a news report, Summit Digest, para. 7.\n").And.Contain("\nhttp").And.NotEndWith(".");

        var link = await page.CopyAsync(page.GetByRole(AriaRole.Button, new() { Name = "Copy link to these words" }));
        link.Should().Contain($"{Addresses.Speech}#p7:~:text=");

        var opened = await page.Context.NewPageAsync();
        await opened.GotoAsync(link);
        await Assertions.Expect(opened.Locator("#p7")).ToBeInViewportAsync();
        await ShouldHaveArrivedAsync(opened);
        await Assertions.Expect(opened.Locator(".missing")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Addresses.Home)]
    [InlineData(Addresses.Theme)]
    [InlineData(Addresses.Passage)]
    public async Task Away_from_the_speech_the_link_to_words_is_that_of_their_passage_alone_and_a_quotation_is_cited_all_the_same(string address)
    {
        var page = await OpenAsync(address, MayCopy);
        await page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('.passage .text p'))");
        var link = await page.CopyAsync(page.GetByRole(AriaRole.Button, new() { Name = "Copy link to these words" }));
        link.Should().MatchRegex($"{Addresses.Speech}/(p[0-9]+)#\\1:~:text=");
        (await page.CopyAsync(page.GetByRole(AriaRole.Button, new() { Name = "Copy quotation and citation" }))).Should().MatchRegex("\n\\(Wording of Summit Digest.\\) Xinhua, .*, para. [0-9]+\\.\nhttp");
        var opened = await page.Context.NewPageAsync();
        await opened.GotoAsync(link);
        await Assertions.Expect(opened.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).First).ToBeVisibleAsync();
        await Assertions.Expect(opened.Locator(".missing")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_that_stand_twice_on_a_page_are_told_apart_by_those_around_them()
    {
        var page = await OpenAsync(Addresses.Speech);
        var directive = await page.EvaluateAsync<string>("""
            async () => (await import('/js/quotes.js')).directiveFor(['in the river'], 'They swim ', ', she said.', 'We fish in the river. They swim in the River, she said.')
            """);
        directive.Should().Be("text=swim-,in%20the%20river,-%2C");
        (await page.EvaluateAsync<string>("async () => JSON.stringify((await import('/js/quotes.js')).directive('#p1:~:text=swim-,in%20the%20river,-%2C'))"))
            .Should().Be("""{"start":"in the river"}""");
    }

    // Browsers mark words that stand in several paragraphs only where a link names their beginning and their end.
    [Theory]
    [InlineData("- The river\n- the lake\n- the sea and its shores\n", "li:nth-child(1)", "li:nth-child(3)", "text=The-,river,the%20sea")]
    [InlineData("The river,\\\nthe lake\\\nand the sea.\n", "p", "p", "text=river%2C,and%20the%20sea")]
    public async Task Words_in_several_items_are_marked_by_the_link_to_them(string text, string from, string to, string directive)
    {
        var own = OwnSite();
        Directory.CreateDirectory(Path.Combine(own.Folder, "speeches"));
        File.WriteAllText(Path.Combine(own.Folder, "themes.yml"), SyntheticSpeeches.Themes);
        File.WriteAllText(Path.Combine(own.Folder, "speeches", "water.md"), $"---\ntitle: Water\nspeaker: Amina Bello\nevent: River Conference\ndate: 2024-05-02\nkind: transcript\n---\n{text}");
        own.Start();
        var page = await OpenAsync("/speeches/water", new() { BaseURL = own.Address, Permissions = MayCopy.Permissions });
        await page.EvaluateAsync("""
            ([from, to]) => {
              const first = document.querySelector(`.text ${from}`).firstChild, last = document.querySelector(`.text ${to}`).lastChild;
              getSelection().setBaseAndExtent(first, first.data.indexOf('river'), last, last.data.indexOf('sea') + 3);
            }
            """, new[] { from, to });
        var link = await page.CopyAsync(page.GetByRole(AriaRole.Button, new() { Name = "Copy link to these words" }));
        link.Should().EndWith($"#p1:~:{directive}");

        (await IsMarkedAsync(page, link, "p1")).Should().BeTrue();
    }

    [Theory]
    [InlineData("“Those”, he said, “who would", "“‘Those’, he said, ‘who would”")]
    [InlineData("\"Those, who would", "“‘Those, who would”")]
    [InlineData("The (\"so-called\") \"best\".", "“The (‘so-called’) ‘best’.”")]
    [InlineData("Er sagte „ja“ und «nein»", "“Er sagte „ja“ und «nein»”")]
    [InlineData("It's 「是」", "“It's 「是」”")]
    public async Task Quotation_marks_in_a_quotation_are_single_ones(string text, string quoted)
    {
        var page = await OpenAsync(Addresses.Speech);
        (await page.EvaluateAsync<string>("async text => (await import('/js/quotes.js')).inQuotes(text)", text)).Should().Be(quoted);
    }

    [Theory]
    [InlineData("#p7:~:text=words%20that%20nobody%20wrote", "#p7")]
    // They stand in another passage, and the browser would mark them there.
    [InlineData("#p5:~:text=cyber%20sovereignty", "#p5")]
    [InlineData("#p7:~:text=cyber%20sovereignty,not%20there", "#p7")]
    public async Task Words_that_are_gone_are_said_to_be_gone(string hash, string place)
    {
        var page = await OpenAsync(Addresses.Speech + hash);
        await Assertions.Expect(page.Locator($"{place} .missing")).ToContainTextAsync("do not stand here any more");
        (await IsMarkedAsync(page, Addresses.Speech + hash, "p7")).Should().BeFalse();
    }

    // Search engines make such links.
    [Fact]
    public async Task Words_without_a_place_are_marked_wherever_they_stand()
    {
        var page = await OpenAsync($"{Addresses.Speech}#:~:text=hegemony");
        await Assertions.Expect(page.Locator("#p7")).ToBeInViewportAsync();
        (await IsMarkedAsync(page, $"{Addresses.Speech}#:~:text=hegemony", "p7")).Should().BeTrue();
    }

    [Fact]
    public async Task Words_that_are_gone_do_not_lead_to_where_they_stand_elsewhere()
    {
        var page = await OpenAsync($"{Addresses.Speech}#p1:~:text=hegemony");
        await Assertions.Expect(page.Locator("#p1 .missing")).ToBeInViewportAsync();
        // As a browser does that was busy.
        await page.WaitForTimeoutAsync(1000);
        await page.EvaluateAsync("document.getElementById('p7').scrollIntoView()");
        await Assertions.Expect(page.Locator("#p1 .missing")).ToBeInViewportAsync();
        // As a reader does.
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.Locator("#p1 .missing")).Not.ToBeInViewportAsync();

        page = await OpenAsync($"{Addresses.Speech}#no-such-passage:~:text=hegemony");
        await Assertions.Expect(page.Locator(".missing")).ToBeInViewportAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "See whether it was here" })).ToHaveAttributeAsync("href", $"{Addresses.Speech}/no-such-passage");
    }

    [Fact]
    public async Task Words_that_are_gone_are_said_to_be_gone_on_a_page_that_is_open_already()
    {
        var page = await OpenAsync(Addresses.Speech);
        await ShouldHaveArrivedAsync(page);
        await FollowAsync("#p8:~:text=cyber%20kittens");
        await Assertions.Expect(page.Locator("#p8 .missing")).ToContainTextAsync("“cyber kittens” do not stand here any more");
        await Assertions.Expect(page.Locator("#p8 .missing")).ToBeInViewportAsync();

        await FollowAsync("#p1:~:text=hegemony");
        await Assertions.Expect(page.Locator(".missing")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#p1 .missing")).ToBeInViewportAsync();

        await FollowAsync("#p7:~:text=hegemony");
        await Assertions.Expect(page.Locator(".missing")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#p7")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".has-no-quote")).ToHaveCountAsync(0);

        Task FollowAsync(string link) => page.EvaluateAsync("link => { location.href = link; }", link);
    }

    [Fact]
    public async Task Three_clicks_select_a_passage_and_the_buttons_come_right_behind_its_text()
    {
        var page = await OpenAsync(Addresses.Speech, MayCopy);
        await page.Locator("#p7 .text p").ClickAsync(new() { ClickCount = 3 });
        var button = page.Locator("#p7 .text + .quote-bar").GetByRole(AriaRole.Button, new() { Name = "Copy link to these words" });
        await Assertions.Expect(button).ToBeVisibleAsync();
        await Assertions.Expect(Spoken(page)).ToContainTextAsync("come next");
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(button).ToHaveTextAsync("Copied");
    }

    [Theory]
    [InlineData("#p7:~:text=%E0%A4%A")]
    [InlineData("#%E0%A4%A:~:text=a")]
    [InlineData("#p7:~:text=")]
    [InlineData("#p7:~:text=,,,")]
    [InlineData("#p7:~:other=1&text=cyber%20sovereignty")]
    public async Task Any_address_opens_the_page(string hash)
    {
        var page = await OpenAsync(Addresses.Speech + hash);
        await ShouldHaveArrivedAsync(page);
        await Assertions.Expect(page.Locator("#p7 .missing")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_selection_in_more_than_one_passage_is_told_why_it_has_no_link()
    {
        var page = await OpenAsync(Addresses.Speech);
        await page.EvaluateAsync("getSelection().setBaseAndExtent(document.querySelector('#p7 .text p').firstChild, 3, document.querySelector('#p8 .text p').firstChild, 20)");
        await Assertions.Expect(page.Locator(".quote-bar p")).ToHaveTextAsync("Select words within one passage to link to them.");
        await page.EvaluateAsync("getSelection().removeAllRanges()");
        await Assertions.Expect(page.Locator(".quote-bar")).ToBeHiddenAsync();
    }

    // Where each part begins, from left to right.
    private static async Task ShouldRunRightAsync(ILocator element, params string[] parts)
    {
        var places = await element.EvaluateAsync<double[]>("""
            (element, parts) => {
              const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), range = document.createRange(), nodes = [];
              while (walker.nextNode()) nodes.push(walker.currentNode);
              return parts.map(part => {
                let rest = element.textContent.indexOf(part), i = 0;
                while (rest >= nodes[i].length) rest -= nodes[i++].length;
                range.setStart(nodes[i], rest);
                range.setEnd(nodes[i], rest + 1);
                return range.getBoundingClientRect().left;
              });
            }
            """, parts);
        places.Should().BeInAscendingOrder();
    }

    private static ILocator Spoken(IPage page) => page.Locator("body > .unseen[aria-live]");

    private static Task<string> CopiedAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");

    // Copy buttons and the look at the address come with the same script.
    private static Task ShouldHaveArrivedAsync(IPage page) => Assertions.Expect(page.Locator("#p7").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Copy link", RegexOptions.None, TimeSpan.FromMinutes(1)) })).ToBeVisibleAsync();

    // Only a picture shows what a browser marks: in Chromium, on a pale violet ground, some time after the page has loaded.
    private static async Task<bool> IsMarkedAsync(IPage page, string link, string id)
    {
        var opened = await page.Context.NewPageAsync();
        await opened.GotoAsync(link);
        await Assertions.Expect(opened.Locator($"#{id}").GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        var judge = await page.Context.NewPageAsync();
        var isMarked = false;
        for (var i = 0; i < 4 && !isMarked; i++)
        {
            await opened.WaitForTimeoutAsync(300);
            var picture = Convert.ToBase64String(await opened.Locator($"#{id} .text").ScreenshotAsync());
            isMarked = await judge.EvaluateAsync<bool>("""
                async picture => {
                  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
                  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
                  context.drawImage(image, 0, 0);
                  const { data } = context.getImageData(0, 0, image.width, image.height);
                  for (let i = 0; i < data.length; i += 4) if (data[i] > 200 && data[i + 2] - data[i + 1] > 30) return true;
                  return false;
                }
                """, picture);
        }
        return isMarked;
    }

    private static async Task SelectAsync(IPage page, string id, string words)
    {
        await page.EvaluateAsync("""
            ([id, words]) => {
              const text = document.querySelector(`#${id} .text p`).firstChild, at = text.data.indexOf(words);
              getSelection().setBaseAndExtent(text, at, text, at + words.length);
            }
            """, new[] { id, words });
        await Assertions.Expect(page.Locator(".quote-bar")).ToBeVisibleAsync();
    }
}

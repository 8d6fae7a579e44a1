using System.Xml.Linq;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Formats;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages;
using SummitDigest.Web.Pages.Themes;

namespace SummitDigest.Web.Discovery;

/// <summary>
/// What both kinds of feed say: the newest speeches in full, or what the newest ones that speak of a theme say on it.
/// All addresses are in full, and the same content gives the same feed at any time.
/// </summary>
/// <param name="Page">The page that the feed follows.</param>
/// <param name="Entries">At most <see cref="MostEntries"/>, newest first.</param>
internal sealed record Feed(string Title, string Description, string Page, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>As many as a reader of feeds who comes back after a year may have missed.</summary>
    public const int MostEntries = 50;

    /// <summary>The feed of all speeches or of a theme.</summary>
    public static Feed Of(Library library, Theme? theme, SiteLinks links, string site)
    {
        return new(
            theme is null ? site : $"{theme.Title} · {site}",
            theme is null ? "Reports of summit speeches, sorted by theme." : $"What was said on {theme.Title} at summits.",
            links.Full(theme is null ? links.Home : links.To(theme)),
            [
                // By the day on which they came here: an old speech that is added late is news, and must not fall behind the last entry.
                .. library.Speeches
                    .Where(speech => theme is null || speech.Passages.Any(passage => passage.Theming.Theme == theme.Id))
                    .OrderByDescending(FeedEntry.UpdatedOn)
                    .Take(MostEntries)
                    .Select(speech => FeedEntry.Of(speech, library, theme, AddressOf(speech), links)),
            ]);

        string AddressOf(Speech speech) =>
            theme is null ? links.To(speech) : links.To(theme, speech, ThemePages.Of(library, theme).NumberOf(spoken => spoken.Speech == speech));
    }
}

/// <summary>One speech in a feed.</summary>
/// <param name="Id">Where it stands for good. In a theme's feed that is its place on the theme's page: what a feed says under one id in two ways, readers show once.</param>
/// <param name="Address">Where it stands now. In a theme's feed that may be another page of the theme's tomorrow.</param>
/// <param name="Updated">The day on which the source was read or, where the file does not say, that of the speech.</param>
/// <param name="Author">The publisher; the speaker where there is none.</param>
/// <param name="Summary">What the text is, and its themes with their passages: what the site adds, while the first passage stands at the top of the content anyway. In English.</param>
/// <param name="Html">What the text is, in a paragraph, then the headings and passages; safe, every link in full.</param>
internal sealed record FeedEntry(
    Speech Speech, string Id, string Address, DateOnly Updated, string Author, IReadOnlyList<Theme> Themes, string Summary, string Html)
{
    /// <summary>The day from which a speech counts as news.</summary>
    public static DateOnly UpdatedOn(Speech speech) => speech.Source.Retrieved ?? speech.Date;

    /// <summary>The entry of a speech; with a theme, of the passages that have it, of which there must be one.</summary>
    /// <param name="address">Where it stands now, rooted.</param>
    public static FeedEntry Of(Speech speech, Library library, Theme? theme, string address, SiteLinks links)
    {
        var sections = speech.Sections
            .Select(section => section with { Passages = [.. section.Passages.Where(passage => theme is null || passage.Theming.Theme == theme.Id)] })
            .Where(section => theme is null || section.Passages.Length > 0)
            .ToList();
        var count = library.Themes.ToDictionary(known => known, known => sections.Sum(section => section.Passages.Count(passage => passage.Theming.Theme == known.Id)));
        var themes = library.Themes.Where(known => count[known] > 0).ToList();
        var passages = PageText.Count(sections.Sum(section => section.Passages.Length), "passage", "passages");
        return new(
            speech,
            links.Full(links.IdOf(speech, theme)),
            links.Full(address),
            UpdatedOn(speech),
            speech.Source.Publisher ?? speech.Speaker,
            themes,
            $"{PageText.WhatItIs(speech)}, {passages}{(theme is null ? "" : $" on {theme.Title}")}."
                + (theme is null && themes.Count > 0 ? $" Themes: {string.Join(", ", themes.Select(known => $"{known.Title} ({count[known]})"))}." : ""),
            Content(speech, sections, library, links));
    }

    private static string Content(Speech speech, IEnumerable<Section> sections, Library library, SiteLinks links)
    {
        var content = new List<XElement> { new("p", new XAttribute("lang", "en"), XmlResult.Clean(PageText.Provenance(speech))) };
        foreach (var section in sections)
        {
            if (section.Heading is not null)
                content.Add(new("h2", new XAttribute("lang", PageText.HeadingLanguage(speech, section, library)), XmlResult.Clean(section.Heading)));
            content.AddRange(section.Passages.SelectMany(passage => PassageXml.Blocks(speech, passage, library, links)));
        }
        // Written with the line ends of the machine, which must make no difference.
        return string.Join('\n', content.Select(block => block.ToString(SaveOptions.DisableFormatting))).Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}

using System.Collections.Immutable;

namespace SummitDigest.Content.Citing;

/// <summary>What of a speech's file is cited.</summary>
public enum CitedWork
{
    /// <summary>The news report: its authors or publisher, its title.</summary>
    Report,

    /// <summary>The speech itself, by the speaker, as the file has it.</summary>
    Speech,
}

/// <summary>
/// What a citation says, before any style: immutable, made from content alone, so that the same content gives the same
/// citation on every day. Every text is one line without control characters; nothing is escaped. There is no date of
/// access: the site keeps its addresses.
/// </summary>
/// <remarks>
/// Where the wording is a digest the reader has read this site's words, so every style says so and names the site. For
/// original wording the site is named too, since it was read there.
/// </remarks>
public sealed record Citation
{
    private Citation(Speech speech, CitedWork work, string site, string? address, ContentId? place, Pinpoint? pinpoint)
    {
        var source = speech.Source;
        var publisher = CitedText.CleanOrNull(source.Publisher);
        Work = work;
        Authors = work == CitedWork.Report ? ReportAuthors(source) : Speaker(speech);
        Key = CitationKey.Of(speech, Authors.FirstOrDefault(), place);
        Title = (work == CitedWork.Report ? CitedText.CleanOrNull(source.Title) : null) ?? CitedText.Clean(speech.Title);
        Publisher = Authors is [{ Full: var author }, ..] && author == publisher ? null : publisher;
        Event = CitedText.CleanOrNull(speech.Event);
        Place = CitedText.CleanOrNull(speech.Place);
        Date = speech.Date;
        Language = CitedText.Clean(speech.Language);
        Manner = work == CitedWork.Report ? null : MannerOf(speech, Publisher);
        IsDigest = speech.Wording == Wording.Digest;
        Site = CitedText.Clean(site);
        Address = CitedText.CleanOrNull(address);
        SourceAddress = source.Url?.AbsoluteUri;
        Pinpoint = pinpoint;
    }

    /// <summary>What is cited.</summary>
    public CitedWork Work { get; }

    /// <summary>A name for the entry in reference managers: ASCII letters, digits and hyphens, the same as long as the file's name, date and author stay.</summary>
    public string Key { get; }

    /// <summary>The speaker; of a report its authors, or its publisher where it is unsigned. None only where the name has no character that can be shown.</summary>
    public ImmutableArray<CitedName> Authors { get; }

    /// <summary>In the case and script of the content.</summary>
    public string Title { get; }

    /// <summary>Who published the source; null where that is the author, or not known.</summary>
    public string? Publisher { get; }

    /// <summary>Where the words were spoken.</summary>
    public string? Event { get; }

    /// <summary>The town of the event.</summary>
    public string? Place { get; }

    /// <summary>The day of the speech, which news reports share.</summary>
    public DateOnly Date { get; }

    /// <summary>A BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>How a speech has come down: "as reported by Xinhua", "as transcribed", "as prepared for delivery"; null for a report.</summary>
    public string? Manner { get; }

    /// <summary>Whether the site restates the source in words of its own.</summary>
    public bool IsDigest { get; }

    /// <summary>The name of the site where the work was read.</summary>
    public string Site { get; }

    /// <summary>The absolute address of what is cited; null where the site does not know its own.</summary>
    public string? Address { get; private init; }

    /// <summary>The address at which the source itself was published.</summary>
    public string? SourceAddress { get; }

    /// <summary>The place in the speech; null for the whole.</summary>
    public Pinpoint? Pinpoint { get; private init; }

    /// <summary>
    /// What was read, in lower case: "digest of a news report by Volta Daily", "speech as transcribed". Null for a report in
    /// its own words, which its title and publisher describe.
    /// </summary>
    public string? Description => (Work, IsDigest) switch
    {
        (CitedWork.Report, false) => null,
        (CitedWork.Report, true) => Publisher is null ? "digest of a news report" : $"digest of a news report by {Publisher}",
        (_, false) => $"speech {Manner}",
        (_, true) => $"digest of a speech {Manner}",
    };

    /// <summary>The newspaper, agency or station in which a signed report stands; null for a speech, and for a digest, which stands in none.</summary>
    public string? Periodical => Work == CitedWork.Report && !IsDigest ? Publisher : null;

    /// <summary>What of a speech's file can be cited: a transcript or draft is no report.</summary>
    public static ImmutableArray<CitedWork> Works(Speech speech) =>
        speech.Kind == SpeechKind.Report && ReportAuthors(speech.Source).Length > 0 ? [CitedWork.Report, CitedWork.Speech] : [CitedWork.Speech];

    /// <summary>Cites the whole speech.</summary>
    /// <param name="site">The name of the site.</param>
    /// <param name="address">The speech's absolute address, or null.</param>
    /// <exception cref="ArgumentException">The work is not one of <see cref="Works"/>.</exception>
    public static Citation Of(Speech speech, CitedWork work, string site, string? address) =>
        Of(speech, work, site, address, place: null, pinpoint: null);

    /// <summary>Cites a section of a speech.</summary>
    /// <param name="address">The section's absolute address, or null.</param>
    /// <inheritdoc cref="Of(Speech, CitedWork, string, string?)"/>
    public static Citation Of(Speech speech, Section section, CitedWork work, string site, string? address) =>
        Of(speech, work, site, address, section.Id, Citing.Pinpoint.To(section));

    /// <summary>Cites a passage of a speech.</summary>
    /// <param name="address">The passage's absolute address, or null.</param>
    /// <inheritdoc cref="Of(Speech, CitedWork, string, string?)"/>
    public static Citation Of(Speech speech, Passage passage, CitedWork work, string site, string? address) =>
        Of(speech, work, site, address, passage.Id, Citing.Pinpoint.To(passage));

    /// <summary>
    /// The same citation at another place, both texts as they are given: for marks such as <c>{para}</c> and <c>{address}</c>
    /// that the page's script replaces. For text, not for files, whose key stays and whose addresses are encoded.
    /// </summary>
    public Citation At(string pinpoint, string address) => this with { Pinpoint = Citing.Pinpoint.As(pinpoint), Address = CitedText.CleanOrNull(address) };

    private static Citation Of(Speech speech, CitedWork work, string site, string? address, ContentId? place, Pinpoint? pinpoint) =>
        Works(speech).Contains(work)
            ? new(speech, work, site, address, place, pinpoint)
            : throw new ArgumentException($"The speech {speech.Slug} cannot be cited as a {work}.", nameof(work));

    private static ImmutableArray<CitedName> Speaker(Speech speech) =>
        CitedName.OfSpeaker(speech.Speaker, speech.FamilyName) is { Full.Length: > 0 } speaker ? [speaker] : [];

    private static ImmutableArray<CitedName> ReportAuthors(SpeechSource source)
    {
        var publisher = CitedText.CleanOrNull(source.Publisher);
        var authors = source.Authors.Select(CitedText.CleanOrNull).OfType<string>()
            .Select(author => author == publisher ? CitedName.Whole(author) : CitedName.OfAuthor(author)).ToImmutableArray();
        return authors.IsEmpty && publisher is not null ? [CitedName.Whole(publisher)] : authors;
    }

    private static string MannerOf(Speech speech, string? publisher) => (speech.Kind, publisher) switch
    {
        (SpeechKind.Report, _) => $"as reported by {publisher ?? ReportAuthors(speech.Source).FirstOrDefault()?.Full ?? "the news"}",
        (SpeechKind.Transcript, null) => "as transcribed",
        (SpeechKind.Transcript, _) => $"as transcribed, published by {publisher}",
        (_, null) => "as prepared for delivery",
        (_, _) => $"as prepared for delivery, published by {publisher}",
    };
}

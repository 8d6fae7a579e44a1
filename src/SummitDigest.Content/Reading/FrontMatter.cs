using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>A slug that the speech once had, and where it stands.</summary>
internal sealed record Alias(ContentId Id, SourcePosition Position);

/// <summary>An id that a passage or section once had, the one that it has now, and where the two stand.</summary>
internal sealed record MovedId(ContentId Old, ContentId New, SourcePosition Position);

/// <summary>A theme that the editor chose for a passage, and where it stands.</summary>
internal sealed record ChosenTheme(ContentId Passage, string Theme, SourcePosition Position);

/// <summary>What stands between the two lines of three hyphens at the top of a speech.</summary>
internal sealed partial record FrontMatter(
    string Title,
    string Speaker,
    string? FamilyName,
    string Event,
    string? Place,
    DateOnly Date,
    string Language,
    SpeechKind Kind,
    Wording Wording,
    SpeechSource Source,
    ImmutableArray<Alias> Aliases,
    ImmutableArray<MovedId> Moved,
    ImmutableArray<ChosenTheme> Themes)
{
    // No summit is older; a year below is a slip.
    private const int EarliestYear = 1000;

    /// <summary>
    /// Reads the front matter. The keys:
    /// <code>
    /// title: Opening of the river conference        required
    /// speaker: Ama Mensah                           required
    /// family-name: Mensah                           a part of the speaker's name, by which lists of references sort
    /// event: River Conference 2024                  required
    /// date: 2024-05-02                              required, ISO 8601
    /// place: Accra
    /// language: en                                  BCP 47; default en
    /// kind: report                                  report, transcript or draft; default report
    /// wording: original                             original, or digest where we restate the source; default original
    /// source:
    ///   publisher: Volta Daily                      required for a report
    ///   title: River conference opens               its own headline
    ///   authors: [Esi Owusu]                        its bylines
    ///   url: https://example.org/rivers             http or https
    ///   dateline: ACCRA, May 2
    ///   retrieved: 2024-05-03
    /// aliases: [river-speech]                       slugs the speech once had
    /// moved: { p4: p3 }                             ids that passages and sections once had
    /// themes: { p2: security, p5: none }            the editor's own choice for a passage
    /// </code>
    /// </summary>
    /// <returns>What could be read, so that the rest of the file can be checked against it; good for a speech only where <paramref name="problems"/> has no error.</returns>
    public static FrontMatter Read(YamlMap yaml, ProblemList problems)
    {
        var fields = new YamlFields(yaml, problems);
        var title = ValueSlips.WordsOf(fields.RequiredText("title", "Opening of the river conference"), problems);
        var speaker = ValueSlips.WordsOf(fields.RequiredText("speaker", "Ama Mensah"), problems);
        var familyName = ReadFamilyName(fields.Text("family-name"), speaker, problems);
        var @event = ValueSlips.WordsOf(fields.RequiredText("event", "River Conference 2024"), problems);
        var place = ValueSlips.WordsOf(fields.Text("place"), problems);
        var date = ReadDate(fields.RequiredText("date", "2024-05-02"), problems);
        var language = ReadLanguage(fields.Text("language"), problems);
        var kind = ReadChoice(fields.Text("kind"), SpeechKind.Report, "kind", problems);
        var wording = ReadChoice(fields.Text("wording"), Wording.Original, "wording", problems);
        var source = ReadSource(fields, kind, date, problems);
        var aliases = ReadAliases(fields, problems);
        var moved = ReadMoved(fields.Map("moved"), problems);
        var themes = ReadThemes(fields.Map("themes"), problems);
        fields.ReportUnknown();
        return new(title ?? "", speaker ?? "", familyName, @event ?? "", place, date ?? default, language, kind, wording, source, aliases, moved, themes);
    }

    private static SpeechSource ReadSource(YamlFields fields, SpeechKind kind, DateOnly? date, ProblemList problems)
    {
        var map = fields.Map("source");
        var source = new YamlFields(map ?? new([], fields.Position), problems);
        var publisher = ValueSlips.WordsOf(source.Text("publisher"), problems);
        if (source.Node("publisher") is null && kind == SpeechKind.Report && fields.Node("source") is null or YamlMap)
        {
            problems.Error("source-missing", source.Position, "A report must name its publisher.",
                "Add \"source:\" and under it, indented, \"publisher: Volta Daily\".");
        }
        var url = ReadUrl(source.Text("url"), problems);
        var dateline = ValueSlips.WordsOf(source.Text("dateline"), problems);
        var retrievedText = source.Text("retrieved");
        var retrieved = ReadDate(retrievedText, problems);
        if (retrieved < date && kind != SpeechKind.Draft)
            problems.Warning("date-order", retrievedText!.Position, "The source was read before the speech was given.", "Mend one of the two dates.");
        var title = ValueSlips.WordsOf(source.Text("title"), problems);
        var authors = source.Texts("authors").Select(author => ValueSlips.WordsOf(author, problems)!);
        if (source.Node("authors") is YamlText { Value: var names } one && names.Split(", ") is [_, _, ..] parts && parts.All(part => part.Contains(' ')))
            problems.Warning("authors-one", one.Position, $"{ProblemList.Quote(names)} is read as the name of one author.", $"Write several in square brackets: authors: [{names}]");
        source.ReportUnknown();
        return new(publisher, title, [.. authors], url, dateline, retrieved);
    }

    private static string? ReadFamilyName(YamlText? text, string? speaker, ProblemList problems)
    {
        if (text is not null && speaker?.Contains(text.Value, StringComparison.Ordinal) == false)
            problems.Error("family-name-unknown", text.Position, $"{ProblemList.Quote(text.Value)} is not a part of the speaker's name.", $"Write a part of {ProblemList.Quote(speaker)}.");
        return text?.Value;
    }

    private static Uri? ReadUrl(YamlText? text, ProblemList problems)
    {
        if (text is null)
            return null;
        if (Uri.TryCreate(text.Value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
            return url;
        problems.Error("url-invalid", text.Position, $"{ProblemList.Quote(text.Value)} is not a web address.", "Write an address that starts with https:// or http://.");
        return null;
    }

    private static DateOnly? ReadDate(YamlText? text, ProblemList problems)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= EarliestYear)
            return date;
        problems.Error("date-invalid", text.Position, $"{ProblemList.Quote(text.Value)} is not a date.", "Write year, month and day, such as 2024-05-02.");
        return null;
    }

    private static string ReadLanguage(YamlText? text, ProblemList problems)
    {
        if (text is not null && !LanguageTag().IsMatch(text.Value))
            problems.Error("language-invalid", text.Position, $"{ProblemList.Quote(text.Value)} is not a language tag.", "Write a tag such as en, fr or zh-Hans.");
        return text?.Value ?? "en";
    }

    private static T ReadChoice<T>(YamlText? text, T @default, string key, ProblemList problems)
        where T : struct, Enum
    {
        if (text is null)
            return @default;
        var known = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToArray();
        var index = Array.IndexOf(known, text.Value);
        if (index >= 0)
            return Enum.GetValues<T>()[index];
        problems.Error($"{key}-unknown", text.Position, $"No {key} is called {ProblemList.Quote(text.Value)}.", DidYouMean.Sentence(text.Value, known));
        return @default;
    }

    private static ImmutableArray<Alias> ReadAliases(YamlFields fields, ProblemList problems)
    {
        var aliases = ImmutableArray.CreateBuilder<Alias>();
        foreach (var text in fields.Texts("aliases"))
        {
            if (text.Value == Speech.ReservedSlug)
                problems.Error("slug-reserved", text.Position, $"No speech was ever called {ProblemList.Quote(text.Value)}: the site keeps this name for itself.", "Remove it.");
            else if (YamlFields.Id(text, problems) is { } alias)
                aliases.Add(new(alias, text.Position));
        }
        return aliases.ToImmutable();
    }

    private static ImmutableArray<MovedId> ReadMoved(YamlMap? map, ProblemList problems)
    {
        var moved = ImmutableArray.CreateBuilder<MovedId>();
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (YamlFields.Id(key, problems) is { } old && YamlFields.Id(value, problems) is { } now)
                moved.Add(new(old, now, key.Position));
        }
        return moved.ToImmutable();
    }

    private static ImmutableArray<ChosenTheme> ReadThemes(YamlMap? map, ProblemList problems)
    {
        var themes = ImmutableArray.CreateBuilder<ChosenTheme>();
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (YamlFields.Id(key, problems) is not { } passage)
                continue;
            if (value is YamlText theme)
                themes.Add(new(passage, theme.Value, theme.Position));
            else
                problems.Error("field-type", value.Position, "A passage has one theme of its own.", $"Write {passage}: and a theme.");
        }
        return themes.ToImmutable();
    }

    // The shape of BCP 47 (RFC 5646, section 2.1), not its registry.
    // The time-out is a whole minute: on a busy machine even a short match can be held up for a second.
    [GeneratedRegex(@"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LanguageTag();
}

using System.Collections.Immutable;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Importing;

/// <summary>
/// Turns a news report as agencies and papers print it into a speech's file: plain text, Markdown, or an HTML page that was
/// saved to disk; in English, French or Chinese. Reads what the text states and leaves the rest to the editor.
/// </summary>
public static class ReportImporter
{
    /// <summary>Reads a report. The same bytes and options give the same report.</summary>
    /// <param name="bytes">The file, in any of the encodings that <c>SourceBytes</c> tells apart.</param>
    /// <param name="options">What the editor says about it.</param>
    /// <param name="limits">What the speech's file may be.</param>
    /// <param name="problems">What is wrong, under the file's name or <c>standard input</c>; empty where a report is returned.</param>
    /// <returns>Null where the bytes are no text, too many, or have no words.</returns>
    public static ImportedReport? Read(ReadOnlySpan<byte> bytes, ImportOptions options, ContentLimits limits, out ImmutableArray<Problem> problems)
    {
        var found = new ProblemList(options.FileName ?? "standard input");
        var report = SourceBytes.Decode(bytes, limits, found) is { } text && TakeApart(text, options.FileName, found) is { } document ? Assemble(document, options, limits, found) : null;
        problems = [.. found.Problems];
        return report;
    }

    private static SourceDocument? TakeApart(string text, string? fileName, ProblemList problems)
    {
        var ending = Path.GetExtension(fileName)?.ToLowerInvariant();
        if (ending is ".html" or ".htm" or ".xhtml" || HtmlSource.LooksLikeHtml(text))
            return HtmlSource.Read(text, problems);
        text = Script.Clean(text);
        return ending is ".md" or ".markdown" || MarkdownSource.LooksLikeMarkdown(text)
            ? MarkdownSource.Read(text)
            : new(PlainTextSource.Read(text)) { MayHaveHeadings = true };
    }

    private static ImportedReport? Assemble(SourceDocument document, ImportOptions options, ContentLimits limits, ProblemList problems)
    {
        var frame = new ReportFrame(document);
        IReadOnlyList<Block> blocks = document.MayHaveHeadings ? Headings.Mark(frame.Blocks) : frame.Blocks;
        var paragraphs = blocks.Where(block => !block.IsHeading).Select(block => block.AllText).ToList();
        if (!paragraphs.Exists(text => text.Any(char.IsLetter)))
        {
            problems.Error("text-missing", SourcePosition.Start, "There is no report in this file.", "Give a file with the report's text; a page that is put together by script has to be copied as text.");
            return null;
        }
        var language = options.Language ?? document.Language ?? TextLanguage.Of(string.Join('\n', paragraphs.Append(frame.Title)));
        var kind = TextKind.Of(paragraphs, frame.EditorLines);
        var (speaker, others) = Speakers(document, frame, paragraphs, kind, language);
        var eventName = document.Event ?? frame.Field(HeadField.Event) ?? EventName.Find(frame.Title, paragraphs, language);
        var day = EventDay.Read(frame, paragraphs, kind, eventName, document.Published, options.Year);
        return new(ReportSlug.Of(frame.Title, speaker, eventName, day.Date?.Year ?? options.Year, options.FileName), ReportMarkdown.Write(blocks), limits)
        {
            Title = frame.Title,
            Speaker = speaker,
            OtherSpeakers = others,
            Event = eventName,
            Place = document.Place ?? frame.Field(HeadField.Place) ?? frame.Dateline?.Place ?? day.Place,
            Date = day.Date,
            DateText = day.Text,
            Publisher = document.Publisher ?? frame.Field(HeadField.Publisher) ?? frame.Dateline?.Agency,
            Authors = frame.Authors,
            EditorLines = frame.EditorLines,
            Url = document.Url ?? WebAddress.Read(frame.Field(HeadField.Url)),
            Dateline = frame.Dateline?.Text,
            Language = language,
            Kind = kind,
        };
    }

    private static (string? Speaker, ImmutableArray<string> Others) Speakers(SourceDocument document, ReportFrame frame, List<string> paragraphs, SpeechKind kind, string? language)
    {
        var stated = document.Speaker ?? frame.Field(HeadField.Speaker) ?? MainSpeaker.FromTitle(frame.Title);
        // Whom a speaker names in the first person is somebody else.
        if (kind != SpeechKind.Report)
            return (stated ?? MainSpeaker.FromTitle(paragraphs[0]), []);
        var people = language?.StartsWith("zh", StringComparison.Ordinal) == true ? ChineseSpeakers.Find(paragraphs) : WesternSpeakers.Find(paragraphs);
        var speaker = stated ?? MainSpeaker.Choose(people)?.Name;
        return (speaker, [.. people.Select(person => person.Name).Where(name => name != speaker)]);
    }
}

using System.CommandLine;
using SummitDigest.Content;
using SummitDigest.Content.Importing;
using SummitDigest.Content.Theming;
using SummitDigest.Content.Theming.Review;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>Turns a news report into a speech's file.</summary>
internal static class ImportCommand
{
    // Nothing larger is even read; what a report may have is Content:Limits.
    private const int LargestFile = 20_000_000;

    private const string StandardInput = "-";

    /// <summary>The command.</summary>
    public static Command Create(string[] settings, Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The report: plain text, Markdown, or a web page saved to disk, in English, French or Chinese. \"-\" reads what is typed or pasted, up to Ctrl+D." };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
                result.AddError("The file's name is empty. Name the report, or write - to paste it.");
        });
        var year = new Option<int?>("--year") { Description = "The year of a date that is printed without one, such as Nov. 8.", HelpName = "2023" };
        year.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Terminal.ParseYear(token.Value) is null)
                result.AddError($"\"{token.Value}\" is no year. Write one such as --year 2023.");
        });
        var language = new Option<string?>("--language") { Description = "The language of the text, if it is not found out rightly.", HelpName = "en|fr|zh" };
        var name = SpeechName.Option();
        var force = new Option<bool>("--force") { Description = "Write over a speech of this name." };
        var command = new Command("import", "Makes a speech of a news report: takes the front matter from what the text states, with TODO for what it does not, gives ids, and shows how the passages were themed.")
        {
            file, year, language, name, force,
        };
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed => Run(
            Settings.Content(settings), common.Apply(terminal, parsed), parsed.GetRequiredValue(file),
            new() { FileName = parsed.GetRequiredValue(file) is var path && path == StandardInput ? null : Path.GetFileName(path), Year = parsed.GetValue(year), Language = parsed.GetValue(language) },
            parsed.GetValue(name), parsed.GetValue(force)));
        return command;
    }

    private static int Run(ContentOptions content, Terminal terminal, string file, ImportOptions options, ContentId? name, bool force)
    {
        if (ReadBytes(file, terminal) is not { } bytes || Read(bytes, content, terminal, options, mayAsk: file != StandardInput) is not { } report)
            return ExitCode.Problems;
        var slug = name ?? report.Slug;
        var before = ContentReader.ReadIfThere(content, terminal);
        var replaced = force ? before?.FindSpeech(slug.Value) : null;
        var markdown = replaced is null ? report.ToMarkdown() : report.ToMarkdown(replaced, before!.Ledger);
        if (!NewSpeechFile.Write(content, before, slug, markdown, force, terminal))
            return ExitCode.Problems;
        if (replaced is not null && string.Join(", and ", ChoicesOf(replaced)) is { Length: > 0 } choices)
            terminal.Say($"The file that was here had what the new one lacks: {choices}. Put back what still fits.");
        var library = ContentReader.Read(content, terminal);
        ThemesTable.WriteShort(Explanation.OfDraft(library, slug, markdown, content.Limits).Passages, terminal);
        NewSpeechFile.ListProblems(library, slug, terminal);
        terminal.Say("Read the file once more, fill in what is listed, and call check. check --explain says why passages have their themes.");
        return ExitCode.Fine;
    }

    // What an editor wrote into the front matter, and no report states.
    private static IEnumerable<string> ChoicesOf(Speech speech)
    {
        if (speech.FamilyName is { } name)
            yield return $"family-name: {name}";
        var themes = speech.Passages.Where(passage => passage.Theming.DecidedBy == DecidedBy.Editor).Select(passage => $"{passage.Id}: {passage.Theming.Theme?.Value ?? Theme.None}").ToList();
        if (themes.Count > 0)
            yield return $"themes: {{ {string.Join(", ", themes)} }}";
    }

    private static ImportedReport? Read(byte[] bytes, ContentOptions content, Terminal terminal, ImportOptions options, bool mayAsk)
    {
        var report = ReportImporter.Read(bytes, options, content.Limits, out var problems);
        foreach (var problem in problems)
            terminal.Complain(problem.ToString());
        if (report is not { LacksYear: true })
            return report;
        if (mayAsk && terminal.AskForYear($"The text says \"{report.DateText}\" and no year. Which year was it? (Enter to leave it open) ") is { } year)
            return Read(bytes, content, terminal, options with { Year = year }, mayAsk: false);
        terminal.Say($"The text says \"{report.DateText}\" and no year: write the date into the file.");
        return report;
    }

    private static byte[]? ReadBytes(string file, Terminal terminal)
    {
        try
        {
            using var stream = file == StandardInput ? terminal.Input : File.OpenRead(file);
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > LargestFile)
                {
                    terminal.Complain($"{file} is larger than {LargestFile / 1_000_000} MB, and is no report.");
                    return null;
                }
            }
            return bytes.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            terminal.Complain($"There is no file {Path.GetFullPath(file)}.");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"{file} cannot be read. See that it is a file, and that you may read it.");
            return null;
        }
    }
}

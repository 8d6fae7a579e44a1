using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming;

namespace SummitDigest.Content.Reading;

/// <summary>Reads a content folder: <c>themes.yml</c>, <c>permalinks.txt</c> and <c>speeches/*.md</c>.</summary>
public sealed class LibraryReader(ContentLimits limits)
{
    private const string ThemesFileName = "themes.yml";
    private const string SpeechesFolderName = "speeches";
    private const string LedgerFileName = "permalinks.txt";

    /// <summary>
    /// Reads the folder. The same files give the same library, whatever order the disk lists them in. A file with a fault
    /// is left out and reported; without a usable <c>themes.yml</c> the speeches have no themes.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public Library Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no content folder {folder}.");
        var root = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var themesProblems = new ProblemList($"{root}/{ThemesFileName}");
        var scorer = ReadThemes(Path.Combine(folder, ThemesFileName), themesProblems);
        var ledgerName = $"{root}/{LedgerFileName}";
        var ledgerProblems = new ProblemList(ledgerName);
        var ledger = ReadLedger(Path.Combine(folder, LedgerFileName), ledgerName, ledgerProblems);
        var reader = new SpeechReader(scorer, ledger, limits);
        var read = SpeechFiles(Path.Combine(folder, SpeechesFolderName))
            .AsParallel().AsOrdered()
            .Select(path => ReadSpeech(reader, path, $"{root}/{SpeechesFolderName}/{Path.GetFileName(path)}"))
            .ToList();
        RefuseTakenAliases(read);
        var ignored = IgnoredFiles(Path.Combine(folder, SpeechesFolderName), $"{root}/{SpeechesFolderName}");
        return new(
            scorer.Themes,
            read.Where(file => file.Speech is not null && !file.Problems.HasErrors).Select(file => file.Speech!.Speech),
            ledger.Without(read.Where(file => file.Problems.HasErrors).Select(file => file.Slug)),
            read.SelectMany(file => file.Problems.Problems).Concat(themesProblems.Problems).Concat(ledgerProblems.Problems).Concat(ignored));
    }

    private PermalinkLedger ReadLedger(string path, string name, ProblemList problems) =>
        File.Exists(path) && TextFile.Read(path, limits with { FileBytes = limits.LedgerBytes }, problems) is { } file ? LedgerFile.Read(name, file, problems) : PermalinkLedger.Empty;

    private static IEnumerable<string> SpeechFiles(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(path => path.EndsWith(".md", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal)
        : [];

    /// <summary>Says which files and folders an editor may have meant as speeches.</summary>
    private static IEnumerable<Problem> IgnoredFiles(string folder, string name)
    {
        if (!Directory.Exists(folder))
            return Warn(name, "speeches-missing", "There is no folder speeches.", "Make one beside themes.yml, and put the speeches into it.");
        return Directory.EnumerateFileSystemEntries(folder)
            .Where(path => !Path.GetFileName(path).StartsWith('.') && (Directory.Exists(path) || !path.EndsWith(".md", StringComparison.Ordinal)))
            .SelectMany(path => Warn($"{name}/{Path.GetFileName(path)}", "file-ignored", "This is not read.", "A speech is a file whose name ends in .md, directly in the folder speeches."));

        static IReadOnlyList<Problem> Warn(string file, string code, string message, string fix)
        {
            var problems = new ProblemList(file);
            problems.Warning(code, SourcePosition.Start, message, fix);
            return problems.Problems;
        }
    }

    private ThemeScorer ReadThemes(string path, ProblemList problems)
    {
        var none = new ThemeScorer([], Array.Empty<LexiconTerm>().ToLookup(_ => ""));
        if (!File.Exists(path))
        {
            problems.Error("themes-missing", SourcePosition.Start, "There is no themes.yml, so no passage has a theme.", "Put a themes.yml beside the speeches folder.");
            return none;
        }
        return TextFile.Read(path, limits, problems) is { } file ? ThemesFile.Read(file, problems) ?? none : none;
    }

    private (ContentId? Slug, ReadSpeech? Speech, ProblemList Problems) ReadSpeech(SpeechReader reader, string path, string name)
    {
        var problems = new ProblemList(name);
        if (ContentId.TryCreate(Path.GetFileNameWithoutExtension(path)) is not { } slug)
        {
            problems.Error("slug-invalid", SourcePosition.Start, "The file's name cannot be an address.", $"Rename the file. {ContentId.Rule}");
            return (null, null, problems);
        }
        try
        {
            return (slug, TextFile.Read(path, limits, problems) is { } file ? reader.Read(slug, file, problems) : null, problems);
        }
        catch (Exception e)
        {
            // A mistake of ours in one file must not keep the others from their readers.
            problems.Error("file-unexpected", SourcePosition.Start, $"Reading this file failed in a way that was not foreseen ({e.GetType().Name}).", "Please report it, with the file.");
            return (slug, null, problems);
        }
    }

    /// <summary>An alias must lead to one speech: it may be neither a speech's slug nor another speech's alias.</summary>
    private static void RefuseTakenAliases(IReadOnlyList<(ContentId? Slug, ReadSpeech? Speech, ProblemList Problems)> files)
    {
        var taken = files.Where(file => file.Speech is not null).Select(file => file.Speech!.Speech.Slug).ToHashSet();
        foreach (var (_, speech, problems) in files)
        {
            foreach (var (alias, position) in speech?.Aliases ?? [])
            {
                if (alias == speech!.Speech.Slug)
                    problems.Error("alias-taken", position, $"\"{alias}\" is the name that the file has now.", "Remove it; write the names that the file had before.");
                else if (!taken.Add(alias))
                    problems.Error("alias-taken", position, $"The alias \"{alias}\" is the address of another speech, or is given twice.", "Remove it here or there.");
            }
        }
    }
}

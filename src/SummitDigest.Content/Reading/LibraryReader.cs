using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming;

namespace SummitDigest.Content.Reading;

/// <summary>How far reading has come.</summary>
/// <param name="Done">Speeches that were read.</param>
/// <param name="Total">Speeches that there are.</param>
/// <param name="File">The one just read, as <see cref="Problem.File"/> has it.</param>
public readonly record struct ReadProgress(int Done, int Total, string File);

/// <summary>
/// Reads a content folder: <c>themes.yml</c>, <c>permalinks.txt</c> and the speeches under <c>speeches</c>. It remembers what
/// it read, so that reading again after a save is quick; it reads one folder at a time.
/// </summary>
public sealed class LibraryReader(ContentLimits limits)
{
    private const string LedgerFileName = "permalinks.txt";

    private readonly ReadingMemory _memory = new();

    /// <summary>
    /// Reads the folder. The same files give the same library, whatever order the disk lists them in. What is wrong in a
    /// file is reported, and the file is left out, or taken as <paramref name="lastGood"/> has it; without a usable
    /// <c>themes.yml</c> the speeches have no themes.
    /// </summary>
    /// <param name="lastGood">The library as it was before, from which files that are faulty now are taken.</param>
    /// <param name="progress">Told of every speech, from any thread.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public Library Read(string folder, Library? lastGood = null, IProgress<ReadProgress>? progress = null)
    {
        var root = new ContentRoot(folder);
        var themes = new ProblemList(root.At(ThemesFile.Name).Name);
        var scorer = ReadThemes(root, themes) ?? lastGood?.Theming ?? ThemeScorer.None;
        var ledgerProblems = new ProblemList(root.At(LedgerFileName).Name);
        var ledger = ReadLedger(root, ledgerProblems) ?? lastGood?.Ledger ?? new PermalinkLedger(root.At(LedgerFileName).Name, [], []);
        var found = new SpeechFiles(root);
        var reader = new SpeechReader(scorer, ledger, limits);
        var done = 0;
        var files = new SpeechFile[found.Files.Count];
        Parallel.For(0, files.Length, i =>
        {
            files[i] = Read(reader, found.Files[i], (scorer, ledger));
            progress?.Report(new(Interlocked.Increment(ref done), files.Length, found.Files[i].Name));
        });
        var owners = RefuseTakenSlugs(files, lastGood);
        RefuseTakenAliases(owners, ledger);
        var good = owners.Where(file => !file.Problems.HasErrors).Select(file => file.Read!.Speech).ToList();
        var missing = owners.Where(file => file.Problems.HasErrors).Select(file => lastGood?.FindSpeech(file.Slug!.Value))
            .Concat(lastGood?.Speeches.Where(speech => found.MayBeHidden(speech.File)) ?? []);
        // What cannot be read may have been copied to where it can.
        var stale = missing.OfType<Speech>().DistinctBy(before => before.Slug).ExceptBy(good.Select(speech => speech.Slug), before => before.Slug)
            .Select(before => ReadAgain(reader, before)).OfType<Speech>().ToList();
        _memory.End();
        var faulty = owners.Where(file => file.Problems.HasErrors).SelectMany(file => file.Names)
            // A file that cannot be read may be any of those that are missing.
            .Concat(found.IsIncomplete || owners.Exists(file => file.Read is null) ? ledger.Speeches.Where(speech => !speech.IsWithdrawn).Select(speech => speech.Slug) : []);
        return new(
            scorer,
            [.. good, .. WithoutTakenAliases(stale, good)],
            ledger,
            stale.Select(speech => speech.Slug),
            faulty,
            files.SelectMany(file => file.Problems.Problems).Concat(themes.Problems).Concat(ledgerProblems.Problems).Concat(found.Problems));
    }

    private ThemeScorer? ReadThemes(ContentRoot root, ProblemList problems)
    {
        var path = root.At(ThemesFile.Name);
        if (!File.Exists(path.Path))
        {
            problems.Error("themes-missing", SourcePosition.Start, "There is no themes.yml, so no passage has a theme.", "Put a themes.yml beside the speeches folder.");
            return null;
        }
        return ReadText(root, path, limits, problems) is { } file ? _memory.Recall(file, with: null, problems, found => ThemesFile.Read(file, found)) : null;
    }

    private PermalinkLedger? ReadLedger(ContentRoot root, ProblemList problems)
    {
        var path = root.At(LedgerFileName);
        // Where there is none yet, nothing was published.
        var text = File.Exists(path.Path) ? ReadText(root, path, limits with { FileBytes = limits.LedgerBytes }, problems) : TextFile.FromText("");
        return text is { } file ? _memory.Recall(file, with: null, problems, found => LedgerFile.Read(path.Name, file, found)) : null;
    }

    private static TextFile? ReadText(ContentRoot root, ContentPath path, ContentLimits limits, ProblemList problems)
    {
        if (root.Contains(path.Path))
            return TextFile.Read(path.Path, limits, problems);
        problems.Error("link-outside", SourcePosition.Start, "This is a link to a place outside of the content folder, and is not read.", "Put the file itself here.");
        return null;
    }

    private SpeechFile Read(SpeechReader reader, ContentPath path, object with)
    {
        var problems = new ProblemList(path.Name);
        if (ContentId.TryCreate(Path.GetFileNameWithoutExtension(path.Path)) is not { } slug)
        {
            problems.Error("slug-invalid", SourcePosition.Start, "The file's name cannot be an address.", $"Rename the file. {ContentId.Rule}");
            return new(null, null, problems);
        }
        if (slug.Value == Speech.ReservedSlug)
        {
            problems.Error("slug-reserved", SourcePosition.Start, $"The site keeps the name \"{slug}\" for itself: /speeches/{slug}/2 is the second page of all speeches.", "Rename the file.");
            return new(null, null, problems);
        }
        try
        {
            return new(slug, TextFile.Read(path.Path, limits, problems) is { } file ? _memory.Recall(file, with, problems, found => reader.Read(slug, path.Name, file, found)) : null, problems);
        }
        catch (Exception e)
        {
            // A mistake of ours in one file must not keep the others from their readers.
            problems.Error("file-unexpected", SourcePosition.Start, $"Reading this file failed in a way that was not foreseen ({e.GetType().Name}).", "Please report it, with the file.");
            return new(slug, null, problems);
        }
    }

    // With the themes and addresses of now, to which it may not fit any more.
    private static Speech? ReadAgain(SpeechReader reader, Speech before)
    {
        var problems = new ProblemList(before.File);
        var read = reader.Read(before.Slug, before.File, TextFile.FromText(before.Markdown), problems);
        return problems.HasErrors ? null : read?.Speech;
    }

    /// <summary>The files that own their slugs: of some with the same name the one that had it before, else the one in the fewest folders. The others are reported.</summary>
    private static List<SpeechFile> RefuseTakenSlugs(IEnumerable<SpeechFile> files, Library? lastGood)
    {
        var owners = new List<SpeechFile>();
        foreach (var same in files.Where(file => file.Slug is not null).GroupBy(file => file.Slug!))
        {
            var before = lastGood?.FindSpeech(same.Key.Value)?.File;
            var owner = same.OrderBy(file => file.Problems.File == before ? 0 : 1).ThenBy(file => SpeechFiles.Depth(file.Problems.File)).First();
            owners.Add(owner);
            foreach (var file in same.Where(file => file != owner))
                file.Problems.Error("slug-taken", SourcePosition.Start, $"The file {owner.Problems.File} has the same name, and with it the same address.", "Rename one of the two.");
        }
        return owners;
    }

    /// <summary>An alias must lead to one speech: it may be neither a speech's slug nor another speech's alias.</summary>
    private static void RefuseTakenAliases(IReadOnlyList<SpeechFile> files, PermalinkLedger ledger)
    {
        var slugs = files.ToDictionary(file => file.Slug!, file => file.Problems.File);
        var given = new Dictionary<ContentId, string>();
        foreach (var file in files)
        {
            foreach (var (alias, position) in file.Read?.Aliases ?? [])
            {
                if (alias == file.Slug)
                    file.Problems.Error("alias-taken", position, $"\"{alias}\" is the name that the file has now.", "Remove it; write the names that the file had before.");
                else if (slugs.TryGetValue(alias, out var other))
                    file.Problems.Error("alias-taken", position, $"The alias \"{alias}\" is the name of the file {other}, too.", ToRename(alias));
                else if (!given.TryAdd(alias, file.Problems.File))
                    file.Problems.Error("alias-taken", position, $"The alias \"{alias}\" is given twice, first in the file {given[alias]}.", "Remove it where the file never had this name.");
            }
        }

        string ToRename(ContentId alias) => ledger.Find(alias) is { } published
            ? $"\"{alias}\" was published as the speech {ProblemList.Quote(published.Title)}, to which links lead: rename that file or, if it is that very speech, remove the alias."
            : $"If this speech was published as \"{alias}\", rename that file; else remove the alias.";
    }

    private static IEnumerable<Speech> WithoutTakenAliases(IReadOnlyList<Speech> stale, IReadOnlyList<Speech> good)
    {
        var taken = good.Concat(stale).Select(speech => speech.Slug).Concat(good.SelectMany(speech => speech.Aliases)).ToHashSet();
        return [.. stale.Select(speech => speech with { Aliases = [.. speech.Aliases.Where(taken.Add)] })];
    }

    /// <summary>A file, and what was read from it.</summary>
    /// <param name="Slug">Null where its name is no slug.</param>
    private sealed record SpeechFile(ContentId? Slug, ReadSpeech? Read, ProblemList Problems)
    {
        /// <summary>Its slug and aliases.</summary>
        public IEnumerable<ContentId> Names => (Read?.Aliases ?? []).Select(alias => alias.Id).Prepend(Slug!);
    }
}

using System.Collections.Immutable;
using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Editing;

/// <summary>What was written.</summary>
/// <param name="Written">A sentence for each file, in order.</param>
/// <param name="Problems">What kept files from being written.</param>
public sealed record Fixes(ImmutableArray<string> Written, ImmutableArray<Problem> Problems);

/// <summary>
/// Writes into a content folder what can be written without asking: the ids that passages and headings have without
/// saying so, and the lines that <c>permalinks.txt</c> lacks. Nothing else in a file changes, byte for byte.
/// </summary>
public sealed class ContentFixer(ContentLimits limits)
{
    private readonly List<string> _written = [];
    private readonly List<Problem> _problems = [];

    /// <summary>Fixes the folder. A speech with an error in it, or from which a published id is missing, is left as it is, and so is a new one while a published speech is missing; with a mistake in <c>themes.yml</c>, everything.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public Fixes Fix(string folder)
    {
        var root = new ContentRoot(folder);
        var library = new LibraryReader(limits).Read(folder);
        if (ReadLedger(root, library) is null)
        {
            Refuse(library.Ledger.File, "Nothing was written, because this file cannot be read: it says which ids must not be given again.", "Put right what check says of it, and call check --fix again.");
            return new([], [.. _problems]);
        }
        if (library.Themes.IsEmpty)
        {
            Refuse(root.At(ThemesFile.Name).Name, "Nothing was written, because this file has a mistake or is missing: sections get their addresses from its themes.", "Put right what check says of it, and call check --fix again.");
            return new([], [.. _problems]);
        }
        foreach (var speech in library.Speeches.OrderBy(speech => speech.File, StringComparer.Ordinal))
        {
            if (library.HasLost(speech))
                Refuse(speech.File, "No ids were written into this file, because one that was published is missing.", "Put right what permalink-lost says, and call check --fix again.");
            else if (library.MayBeMissing(speech))
                Refuse(speech.File, "No ids were written into this file, because a speech that was published is missing, and this may be it.", "Put right what permalink-lost says, and call check --fix again.");
            else
                WriteIds(root, library, speech);
        }
        // Read again: the ledger takes in what the files say now.
        AddToLedger(root, new LibraryReader(limits).Read(folder));
        return new([.. _written], [.. _problems]);
    }

    private void WriteIds(ContentRoot root, Library library, Speech speech)
    {
        var problems = new ProblemList(speech.File);
        var path = root.PathOf(speech.File);
        if (TextFile.Read(path, limits, problems) is { } file
            && new SpeechReader(library.Theming, library.Ledger, limits).Read(speech.Slug, speech.File, file, problems)?.Speech is { } now
            && !problems.HasErrors
            && now.Markdown != file.Text)
        {
            Write(speech.File, path, file.ToBytes(now.Markdown), "wrote the missing ids");
        }
    }

    // A passage without an id may be the one that had a lost one; a new one, once published, would stay for good.
    private void Refuse(string file, string message, string fix) => _problems.Add(ProblemList.One(Severity.Warning, file, "fix-refused", message, fix));

    private void AddToLedger(ContentRoot root, Library library)
    {
        if (ReadLedger(root, library) is not { } file || library.Speeches.IsEmpty)
            return;
        var text = LedgerFile.Add(file.Text, library);
        if (text != file.Text)
            Write(library.Ledger.File, root.PathOf(library.Ledger.File), file.ToBytes(text), library.Ledger.Speeches.IsEmpty ? "began the list of addresses; if there was one before, put that back in its place" : "added the new addresses");
    }

    // Null where it is there and cannot be read; what is wrong with it, check lists.
    private TextFile? ReadLedger(ContentRoot root, Library library)
    {
        var path = root.PathOf(library.Ledger.File);
        if (!File.Exists(path))
            return TextFile.FromText("");
        return root.Contains(path) ? TextFile.Read(path, limits with { FileBytes = limits.LedgerBytes }, new ProblemList(library.Ledger.File)) : null;
    }

    private void Write(string name, string path, byte[] bytes, string what)
    {
        try
        {
            AtomicFile.Write(path, bytes);
            _written.Add($"{name}: {what}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(ProblemList.One(Severity.Error, name, "file-unwritable", "The file could not be written, and is as it was.", "See that the disk has room, and that you may write the file and its folder."));
        }
    }
}

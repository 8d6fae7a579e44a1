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

    /// <summary>Fixes the folder. A speech with an error in it, or from which a published id is missing, is left as it is.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public Fixes Fix(string folder)
    {
        var root = new ContentRoot(folder);
        var library = new LibraryReader(limits).Read(folder);
        foreach (var speech in library.Speeches.OrderBy(speech => speech.File, StringComparer.Ordinal))
        {
            if (library.HasLost(speech))
                Refuse(speech);
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

    // A passage without an id may be the one that had the lost one; a new one, once published, would stay for good.
    private void Refuse(Speech speech)
    {
        var problems = new ProblemList(speech.File);
        problems.Warning("fix-refused", SourcePosition.Start, "No ids were written into this file, because one that was published is missing.", "Put right what permalink-lost says, and call check --fix again.");
        _problems.AddRange(problems.Problems);
    }

    private void AddToLedger(ContentRoot root, Library library)
    {
        var problems = new ProblemList(library.Ledger.File);
        var path = root.PathOf(library.Ledger.File);
        var file = File.Exists(path) ? TextFile.Read(path, limits with { FileBytes = limits.LedgerBytes }, problems) : TextFile.FromText("");
        _problems.AddRange(problems.Problems);
        // Where it is a link out of the folder, nothing was read from it either.
        if (file is null || library.Speeches.IsEmpty || !root.Contains(path))
            return;
        var text = LedgerFile.Add(file.Text, library);
        if (text != file.Text)
            Write(library.Ledger.File, path, file.ToBytes(text), "added the new addresses");
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
            var problems = new ProblemList(name);
            problems.Error("file-unwritable", SourcePosition.Start, "The file could not be written, and is as it was.", "See that the disk has room, and that you may write the file and its folder.");
            _problems.AddRange(problems.Problems);
        }
    }
}

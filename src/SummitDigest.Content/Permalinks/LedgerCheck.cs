using SummitDigest.Content.Problems;
using static System.FormattableString;

namespace SummitDigest.Content.Permalinks;

/// <summary>Holds the ledger against a library: addresses that lead nowhere any more and were not withdrawn, and those that it does not have yet.</summary>
internal static class LedgerCheck
{
    /// <summary>A warning for each, at its line of the ledger. Where a whole speech is gone, one.</summary>
    public static IReadOnlyList<Problem> Of(Library library)
    {
        var problems = new ProblemList(library.Ledger.File);
        foreach (var published in library.Ledger.Speeches.Where(published => !published.IsWithdrawn))
        {
            if (library.FindFormer(published.Slug.Value) is Permalink.Gone)
            {
                problems.Warning("permalink-lost", published.Position, $"The speech \"{published.Slug}\" was published, and is not here any more.",
                    $"Put its file back; if that has another name now, write \"aliases: [{published.Slug}]\" into it; if the speech was taken out on purpose, write \"withdrawn\" in front of this line.");
                continue;
            }
            foreach (var id in published.Ids.Where(id => !id.IsWithdrawn && library.Find(published.Slug.Value, id.Id.Value) is Permalink.Gone))
            {
                problems.Warning("permalink-lost", id.Position, $"The {(id.IsSection ? "section" : "passage")} \"{id.Id}\" of \"{published.Slug}\" was published, and nothing has this id any more.", Fix(id));
            }
        }
        // Without a ledger nobody wants one.
        if (!library.Ledger.Speeches.IsEmpty)
            ReportUnlisted(library, problems);
        return problems.Problems;
    }

    private static void ReportUnlisted(Library library, ProblemList problems)
    {
        foreach (var speech in library.Ledger.With(library).Speeches)
        {
            var listed = library.Ledger.Find(speech.Slug);
            var unlisted = speech.Ids.Length - (listed?.Ids.Length ?? 0);
            if (listed is null || unlisted > 0)
            {
                problems.Warning("permalink-unlisted", listed?.Position ?? SourcePosition.Start,
                    $"{(listed is null ? "The speech" : Invariant($"{unlisted} {(unlisted == 1 ? "address" : "addresses")} of the speech"))} \"{speech.Slug}\" {(unlisted == 1 || listed is null ? "is" : "are")} not in this list yet, so nothing would be said if links to it broke.",
                    "Run check --fix before you publish it: it writes the ids into the file and their lines into this one.");
            }
        }
    }

    private static string Fix(PublishedId id)
    {
        var ifMoved = $"write \"moved: {{ {id.Id}: p1 }}\" into the speech, and for p1 the id of what took its place";
        var ifGone = "if it was taken out on purpose, write \"withdrawn\" in front of this line";
        return id.IsSection ? $"If others took its place, {ifMoved}; {ifGone}." : $"Put ^{id.Id} back at the end of its passage; if its text is in another passage now, {ifMoved}; {ifGone}.";
    }
}

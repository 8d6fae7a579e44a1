using SummitDigest.Content.Problems;
using static System.FormattableString;

namespace SummitDigest.Content.Permalinks;

/// <summary>Holds the ledger against a library: addresses that lead nowhere any more and were not withdrawn, and those that it does not have yet.</summary>
internal static class LedgerCheck
{
    private const int MostNamed = 5;

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
        const string fix = "Run check --fix before you publish: it writes ids into files and their lines into this one.";
        var speeches = library.Ledger.With(library).Speeches;
        var unlisted = speeches.Where(speech => library.Ledger.Find(speech.Slug) is null).Select(speech => $"\"{speech.Slug}\"").ToList();
        if (unlisted.Count > 0)
        {
            problems.Warning("permalink-unlisted", SourcePosition.Start,
                Invariant($"{(unlisted.Count == 1 ? "The speech" : $"{unlisted.Count} speeches:")} {string.Join(", ", unlisted.Take(MostNamed))}{(unlisted.Count > MostNamed ? " …" : "")} {(unlisted.Count == 1 ? "is" : "are")} not in this list yet, so nothing would be said if links to {(unlisted.Count == 1 ? "it" : "them")} broke."), fix);
        }
        foreach (var speech in speeches)
        {
            // What is lost comes first; some of what is new may be what is lost.
            if (library.Ledger.Find(speech.Slug) is not { } listed || speech.Ids.Length == listed.Ids.Length || (library.FindSpeech(speech.Slug.Value) is { } now && library.HasLost(now)))
                continue;
            var count = speech.Ids.Length - listed.Ids.Length;
            problems.Warning("permalink-unlisted", listed.Position,
                Invariant($"{count} {(count == 1 ? "address" : "addresses")} of the speech \"{speech.Slug}\" {(count == 1 ? "is" : "are")} not in this list yet, so nothing would be said if links to {(count == 1 ? "it" : "them")} broke."), fix);
        }
    }

    private static string Fix(PublishedId id)
    {
        var ifMoved = $"write \"moved: {{ {id.Id}: p1 }}\" into the speech, and for p1 the id of what took its place";
        var ifGone = "if it was taken out on purpose, write \"withdrawn\" in front of this line";
        return id.IsSection ? $"If others took its place, {ifMoved}; {ifGone}." : $"Put ^{id.Id} back at the end of its passage; if its text is in another passage now, {ifMoved}; {ifGone}.";
    }
}

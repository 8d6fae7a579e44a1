using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Permalinks;

/// <summary>Finds the published addresses that lead nowhere any more and were not withdrawn.</summary>
internal static class LostLinks
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
        return problems.Problems;
    }

    private static string Fix(PublishedId id)
    {
        var ifMoved = $"write \"moved: {{ {id.Id}: p1 }}\" into the speech, with the id of what took its place for p1";
        var ifGone = "if it was taken out on purpose, write \"withdrawn\" in front of this line";
        return id.IsSection ? $"If others took its place, {ifMoved}; {ifGone}." : $"Put ^{id.Id} back at the end of its passage; if its text is in another passage now, {ifMoved}; {ifGone}.";
    }
}

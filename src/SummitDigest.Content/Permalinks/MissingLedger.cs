using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Permalinks;

/// <summary>Tells an editor that there is no list of what was published.</summary>
public static class MissingLedger
{
    /// <summary>
    /// One warning where there are speeches and the ledger has none. It is none of <see cref="Library.Problems"/>: who tries the
    /// site out wants no ledger, and only who is about to publish asks.
    /// </summary>
    public static IEnumerable<Problem> Of(Library library)
    {
        var file = library.Ledger.File;
        // A ledger that cannot be read, or themes that cannot, have been reported, and come first.
        if (library.Speeches.IsEmpty || !library.Ledger.Speeches.IsEmpty || library.Themes.IsEmpty || library.Problems.Any(problem => problem.File == file))
            return [];
        return
        [
            ProblemList.One(
                Severity.Warning, file, "permalinks-missing", "The list of published addresses is not here or has no speech in it, so nothing would be said if links broke.",
                "If nothing was published yet, run check --fix before you publish; else put the file back as it was: only it knows what was published and withdrawn."),
        ];
    }
}

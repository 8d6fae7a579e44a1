using System.Collections.Immutable;
using SummitDigest.Content;
using SummitDigest.Content.Problems;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>What is wrong in the content, as pages list it in Development.</summary>
/// <param name="Total">How many errors and warnings there are.</param>
/// <param name="Shown">The first of them, errors before warnings, then by file and place.</param>
/// <param name="Stale">Slugs of the speeches that are shown in an older version.</param>
internal sealed record ProblemNotice(int Total, ImmutableArray<Problem> Shown, ImmutableArray<ContentId> Stale)
{
    // More at once is no use to anyone.
    private const int Most = 10;

    /// <summary>The notice for a state of the content.</summary>
    public static ProblemNotice Of(Snapshot snapshot) =>
        new(snapshot.Problems.Length, [.. snapshot.Problems.OrderByDescending(problem => problem.Severity).Take(Most)], snapshot.Library.Stale);
}

namespace SummitDigest.Content.Problems;

/// <summary>The order in which problems are listed.</summary>
public static class ProblemOrder
{
    /// <summary>By file and place; what is at one place stays in its order.</summary>
    public static IEnumerable<Problem> InOrder(this IEnumerable<Problem> problems) => problems
        .OrderBy(problem => problem.File, StringComparer.Ordinal)
        .ThenBy(problem => problem.Position.Line)
        .ThenBy(problem => problem.Position.Column);
}

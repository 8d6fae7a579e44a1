using System.Text.Encodings.Web;
using System.Text.Json;
using SummitDigest.Content.Problems;

namespace SummitDigest.Web.Commands;

/// <summary>A form in which problems are listed.</summary>
internal abstract class ProblemFormat
{
    /// <summary>Writes the list.</summary>
    public abstract void Write(IReadOnlyList<Problem> problems, Terminal terminal);

    /// <summary>The format with a name: text, json or github.</summary>
    public static ProblemFormat Parse(string name) => name switch
    {
        "json" => new Json(),
        "github" => new GitHub(),
        _ => new Text(),
    };

    // A line for each: file:line:column code message fix; hints last. In a large library hints are many, and would hide what is wrong.
    private sealed class Text : ProblemFormat
    {
        private const int MostHints = 25;

        public override void Write(IReadOnlyList<Problem> problems, Terminal terminal)
        {
            var hints = problems.Count(problem => problem.Severity == Severity.Hint);
            var isCut = hints > MostHints && !terminal.IsVerbose;
            foreach (var problem in problems.Where(problem => !isCut || problem.Severity > Severity.Hint).OrderBy(problem => problem.Severity == Severity.Hint))
                terminal.Write(problem.ToString());
            if (isCut)
                terminal.Say(FormattableString.Invariant($"{hints} hints are not listed here; --verbose lists them."));
        }
    }

    // { "problems": [{ "severity", "code", "file", "line", "column", "message", "fix" }] }; columns in UTF-16 units, from 1.
    private sealed class Json : ProblemFormat
    {
        private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public override void Write(IReadOnlyList<Problem> problems, Terminal terminal) => terminal.Write(JsonSerializer.Serialize(
            new
            {
                problems = problems.Select(problem => new
                {
                    severity = problem.Severity.ToString().ToLowerInvariant(),
                    problem.Code,
                    problem.File,
                    problem.Position.Line,
                    problem.Position.Column,
                    problem.Message,
                    problem.Fix,
                }),
            },
            Options));
    }

    // https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    private sealed class GitHub : ProblemFormat
    {
        public override void Write(IReadOnlyList<Problem> problems, Terminal terminal)
        {
            foreach (var problem in problems)
            {
                var command = problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
                terminal.Write(FormattableString.Invariant(
                    $"::{command} file={Property(problem.File)},line={problem.Position.Line},col={problem.Position.Column},title={Property(problem.Code)}::{Data($"{problem.Message} {problem.Fix}")}"));
            }
        }

        private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

        private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
    }
}

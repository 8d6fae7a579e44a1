using System.CommandLine;
using SummitDigest.Content;
using SummitDigest.Content.Editing;
using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming.Review;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>Lists everything that is wrong with the content, in one run.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(string[] settings, Terminal terminal)
    {
        var fix = new Option<bool>("--fix") { Description = "Write missing ids into the speeches and new addresses into permalinks.txt; nothing else changes." };
        var explain = new Option<string?>("--explain")
        {
            Description = "In place of the problems, a table of passages with their themes and why, and what the lexicon does not reach; of one speech (my-speech) or passage (my-speech/p7) if you name it.",
            HelpName = "speech|passage",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var gold = new Option<string?>("--gold")
        {
            Description = "In place of the problems, how well the lexicon finds the themes that readers gave: precision, recall and F1, and which passages a change of themes.yml moves. The reports lie beside the file of labels.",
            HelpName = "labels.json",
        };
        var previous = new Option<string?>("--previous") { Description = "With --gold: the themes.yml to compare with; without it, the one committed last.", HelpName = "themes.yml" };
        var format = new Option<string>("--format") { Description = "How to list problems: for people, as one JSON object, or as remarks on a pull request.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "github");
        var command = new Command("check", "Lists everything that is wrong with the content: where, what, and what to type. Hints, which are no mistakes, are listed too.")
        {
            fix, explain, gold, previous, format,
        };
        // Each of them writes something else.
        command.Validators.Add(result =>
        {
            Option[] alone = [fix, explain, gold];
            if (alone.Count(option => result.GetResult(option) is { Implicit: false }) > 1)
                result.AddError("--fix, --explain and --gold do not go together: call check with one after the other.");
            if (result.GetResult(previous) is { Implicit: false } && result.GetResult(gold) is null)
                result.AddError("--previous goes with --gold, for example: --gold labels.json --previous old-themes.yml");
        });
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var (content, told) = (Settings.Content(settings), common.Apply(terminal, parsed));
            if (parsed.GetValue(gold) is { } labels)
                return GoldReport.Write(ContentReader.Read(content, told), content, labels, parsed.GetValue(previous), told);
            return parsed.GetResult(explain) is not null
                ? Explain(content, told, parsed.GetValue(explain))
                : List(content, told, parsed.GetValue(fix), ProblemFormat.Parse(parsed.GetRequiredValue(format)));
        });
        return command;
    }

    private static int Explain(ContentOptions content, Terminal terminal, string? address) =>
        ExplainReport.Write(ContentReader.Read(content, terminal), address, terminal) ? ExitCode.Fine : ExitCode.WrongUsage;

    private static int List(ContentOptions content, Terminal terminal, bool fix, ProblemFormat format)
    {
        IReadOnlyList<Problem> unfixed = [];
        if (fix)
        {
            var fixes = new ContentFixer(content.Limits).Fix(content.Folder);
            foreach (var written in fixes.Written)
                terminal.Say(written);
            unfixed = fixes.Problems;
        }
        var library = ContentReader.Read(content, terminal);
        Problem[] problems =
        [
            .. unfixed,
            .. library.Problems.Concat(MissingLedger.Of(library)).Concat(UncertainThemes.Of(library)).InOrder(),
        ];
        format.Write(problems, terminal);
        terminal.Say(Summary(content.Folder, library, problems));
        return problems.Any(problem => problem.Severity > Severity.Hint) ? ExitCode.Problems : ExitCode.Fine;
    }

    private static string Summary(string folder, Library library, Problem[] problems)
    {
        var speeches = Count(library.Speeches.Length, "speech", "speeches");
        var passages = Count(library.PassageCount, "passage", "passages");
        var found = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Hint, "hint") }
            .Select(kind => (Name: kind.Item2, Count: problems.Count(problem => problem.Severity == kind.Item1)))
            .Where(kind => kind.Count > 0)
            .Select(kind => Count(kind.Count, kind.Name, kind.Name + "s"))
            .ToList();
        // Who forgets to name a folder has the content beside the program checked.
        return $"{FromHere(folder)}: {speeches} with {passages}, {(found.Count == 0 ? "nothing is wrong" : string.Join(", ", found))}.";

        static string Count(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
    }

    // As one would type it, or in full where that begins by going up.
    private static string FromHere(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var path = Path.GetRelativePath(Environment.CurrentDirectory, full);
        return path.StartsWith('.') ? full : path;
    }
}

using System.CommandLine;

namespace SummitDigest.Web.Commands;

/// <summary>Options that every command of an editor has.</summary>
internal sealed class CommonOptions
{
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Write nothing but the result." };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Name every file as it is read, and cut no list." };

    private CommonOptions()
    {
    }

    /// <summary>Adds them to a command.</summary>
    public static CommonOptions AddTo(Command command)
    {
        var options = new CommonOptions();
        command.Options.Add(options._quiet);
        command.Options.Add(options._verbose);
        // For the help alone: Settings takes it out of the words before they are parsed.
        command.Options.Add(new Option<string>("--Content:Folder") { Description = "The content folder; without it, that of the repository, or the one beside the published program.", HelpName = "path" });
        return options;
    }

    /// <summary>The terminal as these options want it.</summary>
    public Terminal Apply(Terminal terminal, ParseResult parsed) => terminal with { IsQuiet = parsed.GetValue(_quiet), IsVerbose = parsed.GetValue(_verbose) };
}

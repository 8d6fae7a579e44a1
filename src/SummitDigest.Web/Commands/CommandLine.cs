using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.Options;

namespace SummitDigest.Web.Commands;

/// <summary>What the program can be told to do. One file for each command; exit codes in <see cref="ExitCode"/>.</summary>
internal static class CommandLine
{
    private static readonly string[] AskForHelp = ["--help", "-h", "-?", "/?", "/h", "--version"];

    // Published, it has the content beside it.
    private static string Call => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "content"))
        ? $"dotnet {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(AppContext.BaseDirectory, "SummitDigest.Web.dll"))}"
        : "dotnet run --project src/SummitDigest.Web --";

    /// <summary>Does what the words say; without a command, or with options alone, the site is served.</summary>
    // The commands are not needed to serve the site, and take a while to load and to put together: no line of theirs is in here.
    public static Task<int> RunAsync(string[] args, Terminal terminal) => args is [] or [['-', ..], ..] && !args.Intersect(AskForHelp).Any()
        ? ServeCommand.RunAsync(args, terminal)
        : RunCommandAsync(args, terminal);

    /// <summary>Whether a command has this name.</summary>
    public static bool IsCommand(string name, Terminal terminal) => Commands([], [], terminal).Any(command => command.Name == name);

    private static Command[] Commands(string[] behindName, string[] settings, Terminal terminal) =>
    [
        ServeCommand.Create(behindName, terminal),
        CheckCommand.Create(settings, terminal),
        ImportCommand.Create(settings, terminal),
        NewCommand.Create(settings, terminal),
        ExportCommand.Create(settings, terminal),
    ];

    private static async Task<int> RunCommandAsync(string[] args, Terminal terminal)
    {
        var words = args is ["help", .. var command] ? [.. command, "--help"] : args;
        var (typed, settings) = Settings.Split(words);
        var root = new RootCommand($"""
            Shows reports of summit speeches by theme, and helps to keep them in order.

            A command is typed like this:
              {Call} check

            Exit codes: 0 when all is well, 1 when something is wrong with the content or a file, 2 when the command was called wrongly, 130 when an export was told to stop.
            """);
        foreach (var each in Commands([.. words.Skip(1)], settings, terminal))
            root.Subcommands.Add(each);
        if (typed is [var name, ..] && !name.StartsWith('-') && root.Subcommands.All(command => command.Name != name))
            return Refuse(terminal, $"There is no command \"{name}\". The commands are: {string.Join(", ", root.Subcommands.Select(command => command.Name))}.", "--help");
        var parsed = root.Parse(typed);
        if (Settings.Fault(settings) is { } fault && parsed.Action is not HelpAction)
            return Refuse(terminal, fault, $"{parsed.CommandResult.Command.Name} --help");
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
            return Refuse(terminal, string.Join('\n', parsed.Errors.Select(error => error.Message)), $"{parsed.CommandResult.Command.Name} --help");
        try
        {
            return await parsed.InvokeAsync(new()
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // The site ends by itself, when the requests under way are answered.
                ProcessTerminationTimeout = null,
            });
        }
        catch (OptionsValidationException e)
        {
            terminal.Complain(string.Join('\n', e.Failures));
            return ExitCode.WrongUsage;
        }
        catch (InvalidOperationException e) when (e.InnerException is FormatException or ArgumentException)
        {
            // The framework's own check of a number in the configuration; its message names the option.
            terminal.Complain($"{e.Message} README.md has the options.");
            return ExitCode.WrongUsage;
        }
        catch (InvalidDataException e)
        {
            // appsettings.json is none; its message names the file.
            terminal.Complain(e.Message);
            return ExitCode.WrongUsage;
        }
        catch (IOException e)
        {
            terminal.Complain($"The command could not finish: {e.Message}");
            return ExitCode.Problems;
        }
    }

    private static int Refuse(Terminal terminal, string complaint, string help)
    {
        terminal.Complain($"{complaint}\nThis says how it is called: {Call} {help}");
        return ExitCode.WrongUsage;
    }
}

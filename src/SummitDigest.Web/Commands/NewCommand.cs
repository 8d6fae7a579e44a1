using System.CommandLine;
using SummitDigest.Content.Importing;

namespace SummitDigest.Web.Commands;

/// <summary>Makes a speech with nothing but a title, to be filled in.</summary>
internal static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(string[] settings, Terminal terminal)
    {
        var title = new Argument<string[]>("title") { Description = "The speech's title.", Arity = ArgumentArity.OneOrMore };
        // Many words make a title, and so would an option that there is not.
        title.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
                result.AddError($"There is no option \"{option.Value}\".");
        });
        var name = SpeechName.Option();
        var command = new Command("new", "Writes a speech's file with a title and TODO for all that is to be filled in.") { title, name };
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var (content, told) = (Settings.Content(settings), common.Apply(terminal, parsed));
            var text = string.Join(' ', parsed.GetRequiredValue(title)).Trim();
            var slug = parsed.GetValue(name) ?? Content.ContentId.FromTitle(text);
            if (text.Length == 0 || slug is null)
            {
                told.Complain(text.Length == 0 ? "The title is empty." : $"No name can be made from this title. Give one, such as --name my-speech. {Content.ContentId.Rule}");
                return ExitCode.WrongUsage;
            }
            if (!NewSpeechFile.Write(content, ContentReader.ReadIfThere(content, told), slug, ImportedReport.Skeleton(slug, text, content.Limits).ToMarkdown(), mayReplace: false, told))
                return ExitCode.Problems;
            NewSpeechFile.ListProblems(ContentReader.Read(content, told), slug, told);
            return ExitCode.Fine;
        });
        return command;
    }
}

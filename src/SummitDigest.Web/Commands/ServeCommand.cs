using System.CommandLine;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>Serves the site until it is told to stop.</summary>
internal static class ServeCommand
{
    // The framework's own options without a colon in their names.
    private static readonly string[] HostOptions =
    [
        WebHostDefaults.ApplicationKey, WebHostDefaults.CaptureStartupErrorsKey, WebHostDefaults.ContentRootKey, WebHostDefaults.DetailedErrorsKey, WebHostDefaults.EnvironmentKey,
        WebHostDefaults.HostingStartupAssembliesKey, WebHostDefaults.HostingStartupExcludeAssembliesKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey,
        WebHostDefaults.PreferHostingUrlsKey, WebHostDefaults.PreventHostingStartupKey, WebHostDefaults.ServerUrlsKey, WebHostDefaults.ShutdownTimeoutKey, WebHostDefaults.StartupAssemblyKey,
        WebHostDefaults.StaticWebAssetsKey, WebHostDefaults.SuppressStatusMessagesKey, WebHostDefaults.WebRootKey, "AllowedHosts",
    ];

    /// <summary>The command.</summary>
    /// <param name="args">All words behind its name: the framework reads them itself.</param>
    public static Command Create(string[] args, Terminal terminal)
    {
        var command = new Command("serve", "Serves the site, and follows the content folder as it changes. This is what happens without a command, too.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        // For the help alone.
        command.Options.Add(new Option<string>("--urls") { Description = "The address to listen on, such as http://localhost:5080.", HelpName = "address" });
        command.Options.Add(new Option<string>("--Content:Folder") { Description = "The content folder.", HelpName = "path" });
        command.Options.Add(new Option<string>("--Site:Title") { Description = "The name in the header.", HelpName = "text" });
        command.Options.Add(new Option<string>("--Site:BaseUrl") { Description = "The public address, for links in full. README.md has the other options.", HelpName = "address" });
        command.SetAction((_, _) => RunAsync(args, terminal));
        return command;
    }

    /// <summary>Starts the site and waits for its end.</summary>
    /// <param name="args">The framework's options and the site's.</param>
    /// <returns>0 after an orderly end, 1 where the address cannot be listened on, 2 where an option is wrong.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        if (Fault(args, terminal) is { } fault)
            return Refuse(terminal, fault, ExitCode.WrongUsage);
        SocketThreads.AnswerAtOnce();
        try
        {
            await using var app = Site.Build(args);
            await app.StartAsync();
            await app.WaitForShutdownAsync();
            return ExitCode.Fine;
        }
        catch (OptionsValidationException e)
        {
            return Refuse(terminal, string.Join('\n', e.Failures), ExitCode.WrongUsage);
        }
        catch (Exception e) when (e is SocketException || e.InnerException is AddressInUseException)
        {
            return Refuse(terminal, $"{e.Message.TrimEnd('.')}. Choose another address, for example: --urls http://localhost:5081", ExitCode.Problems);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or InvalidDataException or IOException or CryptographicException)
        {
            // The framework's own checks of the configuration: an address, a number, a log level, a certificate, appsettings.json.
            // Their messages name the value.
            return Refuse(terminal, $"The site does not start: {e.Message.TrimEnd('.')}. README.md has the options; an address is written as --urls http://localhost:5080", ExitCode.WrongUsage);
        }
    }

    private static string? Fault(string[] args, Terminal terminal)
    {
        var (words, settings) = Settings.Split(args);
        for (var i = 0; i < words.Length; i++)
        {
            var name = words[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal))
                return CommandLine.IsCommand(name, terminal)
                    ? $"\"{name}\" is a command and comes first: {name} --Content:Folder=…"
                    : $"\"{name}\" belongs to no option. A content folder is named like this: --Content:Folder={name}";
            if (!HostOptions.Contains(name[2..], StringComparer.OrdinalIgnoreCase))
                return $"There is no option \"{name}\". README.md has those that there are.";
            // Its value is the next word.
            if (name == words[i])
                i++;
        }
        return Settings.Fault(settings);
    }

    private static int Refuse(Terminal terminal, string sentence, int exitCode)
    {
        terminal.Complain(sentence);
        return exitCode;
    }
}

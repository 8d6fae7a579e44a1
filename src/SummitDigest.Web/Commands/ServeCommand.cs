using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>Serves the site until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Starts the site and waits for its end.</summary>
    /// <returns>0 after an orderly end, 1 where the address cannot be listened on, 2 where an option is wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Site.Build(args);
            await app.StartAsync();
            await app.WaitForShutdownAsync();
            return ExitCode.Fine;
        }
        catch (OptionsValidationException e)
        {
            return Refuse(string.Join('\n', e.Failures), ExitCode.WrongUsage);
        }
        catch (Exception e) when (e is SocketException || e.InnerException is AddressInUseException)
        {
            return Refuse($"{e.Message.TrimEnd('.')}. Choose another address, for example: --urls http://localhost:5081", ExitCode.Problems);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            // The framework's own checks of the configuration: an address, a number, a log level. Their messages name the value.
            return Refuse($"The site does not start: {e.Message} README.md has the options; an address is written as --urls http://localhost:5080", ExitCode.WrongUsage);
        }
    }

    private static int Refuse(string sentence, int exitCode)
    {
        Console.Error.WriteLine(sentence);
        return exitCode;
    }
}

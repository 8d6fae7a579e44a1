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
            await app.RunAsync();
            return ExitCode.Fine;
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
                await Console.Error.WriteLineAsync(failure);
            return ExitCode.WrongUsage;
        }
        catch (InvalidOperationException e) when (e.InnerException is ArgumentException or FormatException)
        {
            // The configuration binder: a word where a number should be. Its message names the option and the value.
            await Console.Error.WriteLineAsync($"{e.Message} README.md has the options and what they take.");
            return ExitCode.WrongUsage;
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Write the address to listen on in full, for example: --urls http://localhost:5080");
            return ExitCode.WrongUsage;
        }
        catch (Exception e) when (e is SocketException || e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Choose another address, for example: --urls http://localhost:5081");
            return ExitCode.Problems;
        }
    }
}

using System.Globalization;
using SummitDigest.Web.Commands;

// The same content gives the same pages wherever the site runs.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

return args switch
{
    ["help" or "--help" or "-h" or "-?", ..] => Usage.Print(Console.Out, ExitCode.Fine),
    ["serve", .. var options] => await ServeCommand.RunAsync(options),
    // Without a command the site is served; tests, too, start it with options alone.
    [] or [['-', ..], ..] => await ServeCommand.RunAsync(args),
    [var unknown, ..] => Usage.Print(Console.Error, ExitCode.WrongUsage, $"There is no command \"{unknown}\"."),
};

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitDigest.Web.Exporting;
using SummitDigest.Web.Links;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Commands;

/// <summary>Writes the whole site as files.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    /// <param name="settings">The site's options among the words, for the framework to read.</param>
    public static Command Create(string[] settings, Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "Where the files go: a new or an empty folder, or one with an earlier export, which is replaced as a whole." };
        var place = new Option<string>("--base") { Description = "The folder of the host that the site will be in, such as /digest/.", HelpName = "path", DefaultValueFactory = _ => "/" };
        var compress = new Option<bool>("--compress") { Description = "Write each file compressed, too (.br and .gz), for hosts that send such files." };
        var noParts = new Option<bool>("--no-passage-pages") { Description = "Leave out the pages that each section and passage has to itself; links lead to their places in the speech." };
        folder.Validators.Add(result =>
        {
            if (!CanBeReplaced(result.GetValueOrDefault<string>()))
                result.AddError("Name a folder within another one, which an export can be put in the place of, for example: export out");
        });
        place.Validators.Add(result =>
        {
            if (!IsBase(result.GetValueOrDefault<string>()))
                result.AddError("--base begins and ends in a slash and has only letters, digits, -, _ and . between slashes, for example: --base /digest/");
        });
        var command = new Command("export", "Writes the whole site as files, search included, for any host that can send files.") { folder, place, compress, noParts };
        var common = CommonOptions.AddTo(command);
        // For the help alone, as there.
        command.Options.Add(new Option<string>("--Site:BaseUrl") { Description = "The public address, for links in full: in feeds, the site map and citations.", HelpName = "address" });
        command.SetAction((parsed, _) => RunAsync(
            new(parsed.GetValue(folder)!, parsed.GetValue(place)!, !parsed.GetValue(noParts), parsed.GetValue(compress)),
            settings,
            common.Apply(terminal, parsed)));
        return command;
    }

    private static bool CanBeReplaced(string? path) =>
        !string.IsNullOrWhiteSpace(path) && Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) is not null;

    private static bool IsBase(string? path) => path is "/" || (path is ['/', .. var names, '/'] && names.Split('/').All(IsName));

    // Browsers take "." and ".." for something else.
    private static bool IsName(string name) =>
        name is not ("" or "." or "..") && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static async Task<int> RunAsync(ExportOrder order, string[] settings, Terminal terminal)
    {
        var start = Stopwatch.GetTimestamp();
        // Before it is replaced: it may be where the caller stands, and then nothing is found from there any more.
        var place = Path.GetFullPath(order.Folder);
        using var server = new InProcessServer();
        await using var app = Site.Build([.. settings, "--environment=Production", "--Serilog:MinimumLevel:Default=Fatal", "--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Fatal"], services =>
        {
            // Nobody follows the content here, and the index is made when it is written.
            services.RemoveAll<IHostedService>();
            services.AddSingleton<IServer>(server);
            services.AddSingleton(new SiteForm(IsStatic: true, order.HasParts, order.Base[..^1]));
        });
        await app.StartAsync();
        ExportSummary summary;
        try
        {
            summary = terminal.Work("Exporting", progress => new Exporter(order, server, app.Services).RunAsync(progress).GetAwaiter().GetResult());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"Nothing was exported: {e.Message}");
            return ExitCode.Problems;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            terminal.Complain("Nothing was exported: the export was told to stop.");
            return ExitCode.Stopped;
        }
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{summary.Pages:N0} pages in {summary.Files:N0} files, {summary.Written:N0} of them new or changed, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} seconds: {place}"));
        if (app.Configuration["Site:BaseUrl"] is null)
            terminal.Say("Feeds, the site map, citations and printed pages name http://localhost/: give the site's public address with --Site:BaseUrl=https://digest.example.org");
        if (summary.Warnings > 0)
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"The content has {summary.Warnings:N0} warning{(summary.Warnings == 1 ? "" : "s")}, which check lists."));
        if (summary.Left is { } left)
            terminal.Complain($"The export before this one could not be deleted; do so before the next one: {left}");
        if (summary.Errors == 0)
            return ExitCode.Fine;
        terminal.Complain(string.Create(CultureInfo.InvariantCulture, $"The content has {summary.Errors:N0} error{(summary.Errors == 1 ? "" : "s")}, and what has one was left out: check lists what is wrong."));
        return ExitCode.Problems;
    }
}

using System.Globalization;
using Spectre.Console;
using SummitDigest.Content.Reading;

namespace SummitDigest.Web.Commands;

/// <summary>Where a command reads and writes. Results go to the output, all talk about them to the error stream.</summary>
/// <param name="IsOutputScreen">Whether a person sees the output, so that tables may be drawn.</param>
/// <param name="IsErrorScreen">Whether a person sees the error stream, so that progress may be drawn.</param>
/// <param name="IsInputKeyboard">Whether a person can be asked.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, Stream Input, bool IsOutputScreen, bool IsErrorScreen, bool IsInputKeyboard)
{
    // Of a shorter library the reader is done before anybody looks up.
    private const int Step = 100;

    /// <summary>Whether only what was asked for is written.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether every file is named, and long lists are not cut.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>The one that this process was started in.</summary>
    public static Terminal OfProcess() =>
        new(Console.Out, Console.Error, Console.OpenStandardInput(), !Console.IsOutputRedirected, !Console.IsErrorRedirected, !Console.IsInputRedirected);

    /// <summary>A line of the result.</summary>
    public void Write(string line) => Output.WriteLine(line);

    /// <summary>A table of the result: drawn for a person, else a line for each row with tabs between the cells.</summary>
    public void Write(string[] heads, IEnumerable<string[]> rows)
    {
        if (!IsOutputScreen)
        {
            foreach (var row in rows.Prepend(heads))
                Output.WriteLine(string.Join('\t', row));
            return;
        }
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in heads)
            table.AddColumn(new TableColumn(new Text(head)));
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        Screen(Output).Write(table);
    }

    /// <summary>A line about the result.</summary>
    public void Say(string line)
    {
        if (!IsQuiet)
            Error.WriteLine(line);
    }

    /// <summary>A line about what is wrong with the call itself, or with the machine.</summary>
    public void Complain(string line) => Error.WriteLine(line);

    /// <summary>Asks the person at the keyboard for a year.</summary>
    /// <returns>Null where there is nobody, or no year was given.</returns>
    public int? AskForYear(string question)
    {
        if (!IsInputKeyboard || IsQuiet)
            return null;
        Error.Write(question);
        using var reader = new StreamReader(Input, leaveOpen: true);
        return ParseYear(reader.ReadLine());
    }

    /// <summary>A year of four digits, or null.</summary>
    public static int? ParseYear(string? text) => text?.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1000 ? year : null;

    /// <summary>Does long work, and shows how far it has come: as a bar for a person, else as a line now and then.</summary>
    public T Work<T>(string title, Func<IProgress<ReadProgress>, T> work)
    {
        if (IsQuiet || IsVerbose || !IsErrorScreen)
            return work(new Lines(this, title));
        return Screen(Error).Progress().AutoClear(true).Start(context =>
        {
            var bar = context.AddTask(title);
            return work(new Bar(bar));
        });
    }

    private static IAnsiConsole Screen(TextWriter writer) => AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer) });

    // Reports come from any thread.
    private sealed class Bar(ProgressTask bar) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value)
        {
            bar.MaxValue = value.Total;
            bar.Value = Math.Max(bar.Value, value.Done);
        }
    }

    private sealed class Lines(Terminal terminal, string title) : IProgress<ReadProgress>
    {
        private readonly Lock _lock = new();

        public void Report(ReadProgress value)
        {
            var line = terminal.IsVerbose ? $"{title}: {value.File}"
                : value.Done % Step == 0 ? string.Create(CultureInfo.InvariantCulture, $"{title}: {value.Done} of {value.Total}")
                : null;
            if (line is null || terminal.IsQuiet)
                return;
            lock (_lock)
                terminal.Error.WriteLine(line);
        }
    }
}

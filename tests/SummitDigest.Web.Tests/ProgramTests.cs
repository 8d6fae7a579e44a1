using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace SummitDigest.Web.Tests;

/// <summary>The program itself, as built and not published, started from a working directory that has nothing to do with it.</summary>
public sealed partial class ProgramTests
{
    // Built beside this test project, in the same configuration.
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "SummitDigest.Web.Tests"), Path.Combine("src", "SummitDigest.Web")), "SummitDigest.Web.dll");

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task It_serves_the_bundled_content_from_any_working_directory(string environment)
    {
        using var program = Start(environment, "serve", "--urls", "http://127.0.0.1:0");
        // A browser's encodings: with them a build that is not published once answered with empty files.
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All };
        using var client = new HttpClient(handler) { BaseAddress = await AddressAsync(program) };
        var home = await client.GetStringAsync("/");
        home.Should().Contain("Wuzhen Summit");
        (await client.GetByteArrayAsync(Stylesheet().Match(home).Groups["address"].Value)).Length.Should().BeGreaterThan(1000);

        using var second = Start(environment, "--urls", client.BaseAddress!.ToString());
        (await EndAsync(second)).Should().Be(1);
        (await second.StandardError.ReadToEndAsync()).Should().Contain("address already in use").And.Contain("--urls http://localhost:5081");

        if (!OperatingSystem.IsWindows())
        {
            using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
            (await EndAsync(program)).Should().Be(0, "SIGTERM ends it in good order");
        }
        program.Kill();
    }

    [Theory]
    [InlineData("There is no command \"fly\".", "fly")]
    [InlineData("Content:Folder is /no/such/folder, which is not a folder.", "--Content:Folder=/no/such/folder")]
    [InlineData("'Site:SlowRequestMilliseconds'", "--Site:SlowRequestMilliseconds=soon")]
    [InlineData("--urls http://localhost:5080", "--urls=nowhere")]
    [InlineData("--urls http://localhost:5080", "--urls=http://127.0.0.1:99999")]
    [InlineData("not a valid Serilog level", "--Serilog:MinimumLevel:Default=Loud")]
    public async Task Wrong_usage_is_a_sentence_and_exit_code_2(string sentence, string argument)
    {
        using var program = Start("Production", argument);
        (await EndAsync(program)).Should().Be(2);
        (await program.StandardError.ReadToEndAsync()).Should().Contain(sentence).And.NotContain("   at ");
    }

    [Fact]
    public async Task Help_is_printed_on_request()
    {
        using var program = Start("Production", "--help");
        (await EndAsync(program)).Should().Be(0);
        (await program.StandardOutput.ReadToEndAsync()).Should().Contain("check");
    }

    private static Process Start(string environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressAsync(Process program)
    {
        while (await program.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return new(match.Groups["address"].Value);
        }
        throw new InvalidOperationException(await program.StandardError.ReadToEndAsync());
    }

    private static async Task<int> EndAsync(Process program)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await program.WaitForExitAsync(patience.Token);
        return program.ExitCode;
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();

    [GeneratedRegex("rel=\"stylesheet\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stylesheet();
}

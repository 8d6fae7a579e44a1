using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using SummitDigest.Web.Tests.Commands;

namespace SummitDigest.Web.Tests;

/// <summary>The program itself, as built and not published, started from a working directory that has nothing to do with it.</summary>
public sealed partial class ProgramTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task It_serves_the_bundled_content_from_any_working_directory(string environment)
    {
        using var program = RunningProgram.StartIn(environment, "serve", "--urls", "http://127.0.0.1:0");
        // A browser's encodings: with them a build that is not published once answered with empty files.
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All };
        using var client = new HttpClient(handler) { BaseAddress = await program.AddressAsync() };
        var home = await client.GetStringAsync("/");
        home.Should().Contain("Wuzhen Summit");
        (await client.GetByteArrayAsync(Stylesheet().Match(home).Groups["address"].Value)).Length.Should().BeGreaterThan(1000);

        using var second = RunningProgram.StartIn(environment, "--urls", client.BaseAddress!.ToString());
        (await second.EndAsync()).Should().Be(1);
        (await second.StandardError.ReadToEndAsync()).Should().Contain("address already in use").And.Contain("--urls http://localhost:5081");

        if (!OperatingSystem.IsWindows())
        {
            using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
            (await program.EndAsync()).Should().Be(0, "SIGTERM ends it in good order");
        }
        program.Kill();
    }

    [Theory]
    [InlineData("There is no command \"fly\".", "fly")]
    [InlineData("Content:Folder is /no/such/folder, which is not a folder.", "--Content:Folder=/no/such/folder")]
    [InlineData("--Content:Folder has no value", "--Content:Folder")]
    [InlineData("--Content:Folder has no value", "check", "--Content:Folder")]
    [InlineData("\"./content\" belongs to no option. A content folder is named like this: --Content:Folder=./content", "serve", "./content")]
    [InlineData("\"check\" is a command and comes first: check --Content:Folder=…", "--Content:Folder=x", "check")]
    [InlineData("\"late\" belongs to no option.", "--urls", "http://127.0.0.1:0", "late")]
    [InlineData("--previous goes with --gold", "check", "--previous", "old.yml")]
    [InlineData("'Site:SlowRequestMilliseconds'", "--Site:SlowRequestMilliseconds=soon")]
    [InlineData("'nowhere'. README.md has the options; an address is written as --urls http://localhost:5080", "--urls=nowhere")]
    [InlineData("--urls http://localhost:5080", "--urls=http://127.0.0.1:99999")]
    [InlineData("not a valid Serilog level", "--Serilog:MinimumLevel:Default=Loud")]
    [InlineData("/no/such/certificate.pem", "--urls=https://127.0.0.1:0", "--Kestrel:Certificates:Default:Path=/no/such/certificate.pem")]
    public async Task Wrong_usage_is_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
    {
        using var program = RunningProgram.Start(arguments);
        (await program.EndAsync()).Should().Be(2);
        (await program.StandardError.ReadToEndAsync()).Should().Contain(sentence).And.NotContain("   at ");
    }

    [Fact]
    public async Task With_a_certificate_it_speaks_HTTP_2()
    {
        var folder = Directory.CreateTempSubdirectory("summit-digest-").FullName;
        using var certificate = new SelfSigned(folder);
        using var program = RunningProgram.Start("--urls", "https://127.0.0.1:0", $"--Kestrel:Certificates:Default:Path={certificate.Path}", $"--Kestrel:Certificates:Default:KeyPath={certificate.KeyPath}");
        using var client = new HttpClient(certificate.Handler()) { BaseAddress = await program.AddressAsync() };
        foreach (var version in new[] { HttpVersion.Version20, HttpVersion.Version11 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            using var answer = await client.SendAsync(request);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            answer.Version.Should().Be(version);
        }
        program.Kill();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_belongs_to_the_framework_and_what_only_looks_like_an_option_is_let_through()
    {
        using var program = RunningProgram.Start("--urls", "http://127.0.0.1:0", "--Serilog:MinimumLevel:Override:Microsoft.AspNetCore=Debug", "--Site:Title", "--Not:An=option");
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        (await client.GetStringAsync("/")).Should().Contain("--Not:An=option");
        program.Kill();
    }

    [Theory]
    [InlineData("Content__Folder")]
    [InlineData("DOTNET_Content__Folder")]
    [InlineData("ASPNETCORE_Content__Folder")]
    public async Task Commands_take_options_from_wherever_the_site_does(string variable)
    {
        using var content = new CommandFolder();
        using var program = RunningProgram.Start(new Dictionary<string, string> { [variable] = content.Content }, "check");
        (await program.StandardError.ReadToEndAsync()).Should().Contain("0 speeches");
    }

    [Fact]
    public async Task The_frameworks_own_switch_for_forwarded_headers_does_nothing()
    {
        using var program = RunningProgram.Start(new Dictionary<string, string> { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" }, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        (await client.GetStringAsync("/robots.txt")).Should().Contain("Sitemap: http://127.0.0.1:");
        program.Kill();
    }

    [SkippableFact]
    public async Task Who_never_finishes_a_request_does_not_keep_it_from_ending()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        using var program = RunningProgram.Start("--urls", "http://127.0.0.1:0");
        var address = await program.AddressAsync();
        using var slow = new TcpClient(address.Host, address.Port);
        await slow.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: x\r\nX-Half"u8.ToArray());
        using var client = new HttpClient { BaseAddress = address };
        (await client.GetStringAsync("/")).Should().Contain("</html>");
        var start = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        (await program.EndAsync()).Should().Be(0);
        Stopwatch.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Help_is_printed_on_request()
    {
        using var program = RunningProgram.Start("--help");
        (await program.EndAsync()).Should().Be(0);
        (await program.StandardOutput.ReadToEndAsync()).Should().Contain("check");
    }

    [Fact]
    public async Task Published_it_says_how_the_published_program_is_called()
    {
        // What is published has the content beside it.
        var folder = Directory.CreateTempSubdirectory("summit-digest-").FullName;
        CopyTo(folder);
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        var (published, built) = (await SaidAsync(Path.Combine(folder, "SummitDigest.Web.dll")), await SaidAsync(RunningProgram.Program));
        Directory.Delete(folder, recursive: true);
        published.Should().EndWith($" dotnet {Path.Combine(Path.GetFileName(folder), "SummitDigest.Web.dll")} --help\n");
        built.Should().EndWith(" dotnet run --project src/SummitDigest.Web -- --help\n");

        static async Task<string> SaidAsync(string file)
        {
            using var program = RunningProgram.StartAt(Path.GetTempPath(), file, new Dictionary<string, string>(), "fly");
            return await program.StandardError.ReadToEndAsync();
        }
    }

    [SkippableFact]
    public async Task Started_through_a_link_it_stays_with_what_the_link_led_to()
    {
        Skip.If(OperatingSystem.IsWindows(), "Not everybody may make links there.");
        var parent = Directory.CreateTempSubdirectory("summit-digest-").FullName;
        CopyTo(Directory.CreateDirectory(Path.Combine(parent, "site-1")).FullName);
        Directory.CreateDirectory(Path.Combine(parent, "site-1", "content", "speeches"));
        Directory.CreateSymbolicLink(Path.Combine(parent, "site"), "site-1");
        using var program = RunningProgram.StartAt(Path.GetTempPath(), Path.Combine(parent, "site", "SummitDigest.Web.dll"), new Dictionary<string, string>(), "check");
        var said = await program.StandardError.ReadToEndAsync();
        Directory.Delete(parent, recursive: true);
        // Beside the program, where it takes itself to be.
        said.Should().Contain(Path.Combine("site-1", "content"));
    }

    private static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(RunningProgram.Program)!))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    [GeneratedRegex("rel=\"stylesheet\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Stylesheet();
}

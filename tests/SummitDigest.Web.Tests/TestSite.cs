using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SummitDigest.Web.Tests;

/// <summary>The whole site in this process, over a content folder of its own.</summary>
internal sealed class TestSite : WebApplicationFactory<Program>
{
    private const string Themes = """
        themes:
          rivers:
            title: Rivers
            colour: blue
            definition: Water that runs.
            includes: [floods]
            excludes: [the sea]
            terms:
              en: { 3: [river*] }
          meadows:
            title: Meadows
            colour: green
            definition: Grass and what grows in it.
            terms:
              en: { 3: [meadow*] }
        """;

    private readonly Dictionary<string, string?> _settings = [];
    private readonly string _parent = Directory.CreateTempSubdirectory("summit-digest-").FullName;
    // One for all: of several that are made at once, the factory loses count.
    private readonly Lazy<HttpClient> _client;
    private string _environment = "Production";
    private TimeProvider _time = TimeProvider.System;

    public TestSite()
    {
        Directory.CreateDirectory(PathOf("speeches"));
        File.WriteAllText(PathOf("themes.yml"), Themes);
        With("Content:Folder", Folder);
        // A system has a hundred or so watchers to give; the tests of watching ask for theirs.
        With("Content:Watch", "false");
        With("Serilog:MinimumLevel:Default", "Fatal");
        With("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Fatal");
        ClientOptions.AllowAutoRedirect = false;
        _client = new(CreateClient);
    }

    /// <summary>The content folder. The folder that it is in is the test's own, too.</summary>
    public string Folder => Path.Combine(_parent, "content");

    /// <summary>A file of the content folder, by its path in it.</summary>
    public string PathOf(string path) => Path.Combine(Folder, path);

    /// <summary>Shows changes of the content folder.</summary>
    public TestSite Watched() => With("Content:Watch", "true");

    /// <summary>Runs as it does for those who work on it.</summary>
    public TestSite InDevelopment()
    {
        _environment = "Development";
        return this;
    }

    /// <summary>Takes the time from here.</summary>
    public TestSite WithTime(TimeProvider time)
    {
        _time = time;
        return this;
    }

    /// <summary>What the site wrote to its log.</summary>
    public LogLines Log { get; } = new();

    /// <summary>Sets an option.</summary>
    public TestSite With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Adds a speech; <c>front</c> goes into the front matter.</summary>
    public TestSite WithSpeech(string slug, string body, string front = "date: 2024-05-02") =>
        WithFile($"speeches/{slug}.md", SpeechText(slug, body, front));

    /// <summary>The text of a speech's file.</summary>
    public static string SpeechText(string slug, string body, string front = "date: 2024-05-02") =>
        $"---\ntitle: The speech {slug}\nspeaker: Ama Mensah\nevent: River Conference\nsource:\n  publisher: Volta Daily\n{front}\n---\n{body}\n";

    /// <summary>Adds or replaces a file of the content folder.</summary>
    public TestSite WithFile(string path, string text)
    {
        File.WriteAllText(PathOf(path), text);
        return this;
    }

    /// <summary>Asks for an address; any number may be asked for at once.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        return await SendAsync(request);
    }

    /// <summary>Asks as it is written; any number may be asked at once.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.Value.SendAsync(request);

    /// <summary>Asks for a page, which must be there.</summary>
    public async Task<IDocument> PageAsync(string address)
    {
        using var response = await GetAsync(address);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, address);
        return await ParseAsync(response);
    }

    /// <summary>The document in an answer.</summary>
    public static async Task<IDocument> ParseAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(_settings));
        builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(Log).AddSingleton(_time));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_parent))
            Directory.Delete(_parent, recursive: true);
    }
}

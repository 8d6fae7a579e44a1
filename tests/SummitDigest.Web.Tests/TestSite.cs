using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;

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
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-digest-").FullName;

    public TestSite()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "speeches"));
        File.WriteAllText(Path.Combine(_folder, "themes.yml"), Themes);
        With("Content:Folder", _folder);
        With("Serilog:MinimumLevel:Default", "Fatal");
        With("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Fatal");
        ClientOptions.AllowAutoRedirect = false;
    }

    /// <summary>Sets an option.</summary>
    public TestSite With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Adds a speech; <c>front</c> goes into the front matter.</summary>
    public TestSite WithSpeech(string slug, string body, string front = "date: 2024-05-02") =>
        WithFile($"speeches/{slug}.md", $"---\ntitle: The speech {slug}\nspeaker: Ama Mensah\nevent: River Conference\nsource:\n  publisher: Volta Daily\n{front}\n---\n{body}\n");

    /// <summary>Adds or replaces a file of the content folder.</summary>
    public TestSite WithFile(string path, string text)
    {
        File.WriteAllText(Path.Combine(_folder, path), text);
        return this;
    }

    /// <summary>Asks for an address.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        return await CreateClient().SendAsync(request);
    }

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
        builder.UseEnvironment("Production");
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(_settings));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}

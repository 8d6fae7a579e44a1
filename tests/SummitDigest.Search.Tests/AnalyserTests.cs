using System.Text.Json;
using SummitDigest.Search.Analysis;

namespace SummitDigest.Search.Tests;

/// <summary>The browser tests run the same file through JavaScript.</summary>
public sealed class AnalyserTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Shared", "analyser.json"))).RootElement;

    public static TheoryData<string, string, string> Texts()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var vector in Vectors.GetProperty("tokens").EnumerateArray())
            data.Add(vector.GetProperty("why").GetString()!, Text(vector), vector.GetProperty("tokens").GetString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_gives_the_words_that_the_shared_vectors_say(string why, string text, string tokens) =>
        string.Join(' ', Analyser.Tokens(text).Select(token => $"{token.Word}@{token.Position}{(token.IsJoined ? "+" : "")}")).Should().Be(tokens, why);

    [Fact]
    public void Words_know_where_they_stand()
    {
        foreach (var vector in Vectors.GetProperty("spans").EnumerateArray())
        {
            Analyser.Tokens(Text(vector)).Select(token => new[] { token.Start, token.End })
                .Should().BeEquivalentTo(vector.GetProperty("spans").Deserialize<int[][]>(), options => options.WithStrictOrdering());
        }
    }

    [Fact]
    public void Inflected_forms_share_a_key()
    {
        foreach (var pair in Vectors.GetProperty("keys").EnumerateObject())
            Inflection.Key(pair.Name).Should().Be(pair.Value.GetString(), "of {0}", pair.Name);
    }

    [Fact]
    public void Every_form_starts_as_its_key_does()
    {
        foreach (var pair in Vectors.GetProperty("keys").EnumerateObject())
            pair.Name.Should().StartWith(Inflection.Beginning(pair.Value.GetString()!));
    }

    // A lone surrogate cannot be read from JSON as text.
    private static string Text(JsonElement vector) => System.Text.RegularExpressions.Regex.Unescape(vector.GetProperty("text").GetRawText()[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal));
}

using System.Text.Json;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>What csl-data.json of version 1.0.2 asks of the parts that we write, and of nothing else.</summary>
internal static class CslSchema
{
    private static readonly string[] Types = ["article-newspaper", "speech", "webpage"];

    private static readonly string[] Texts =
        ["title", "container-title", "event", "event-title", "event-place", "genre", "source", "language", "note", "annote", "URL"];

    private static readonly string[] NameParts = ["family", "given", "literal", "non-dropping-particle", "suffix"];

    /// <summary>The only item; fails where the schema would.</summary>
    public static JsonElement Item(string json)
    {
        using var document = JsonDocument.Parse(json);
        var item = document.RootElement.EnumerateArray().Should().ContainSingle().Subject.Clone();
        var names = item.EnumerateObject().Select(property => property.Name).ToList();
        names.Should().OnlyHaveUniqueItems().And.Contain(["id", "type"]).And.BeSubsetOf([.. Texts, "id", "type", "author", "issued"]);
        item.GetProperty("id").GetString().Should().MatchRegex(@"^[a-z0-9-]+\z");
        item.GetProperty("type").GetString().Should().BeOneOf(Types);
        foreach (var text in Texts)
        {
            if (item.TryGetProperty(text, out var value))
                value.GetString().Should().NotBeNullOrEmpty();
        }
        foreach (var author in item.GetProperty("author").EnumerateArray())
            CheckName(author);
        CheckDate(item.GetProperty("issued"));
        return item;
    }

    private static void CheckName(JsonElement name)
    {
        var parts = name.EnumerateObject().ToDictionary(part => part.Name, part => part.Value.GetString());
        parts.Keys.Should().BeSubsetOf(NameParts);
        // The schema allows both at once, but processors look at one.
        parts.ContainsKey("literal").Should().Be(!parts.ContainsKey("family"));
    }

    private static void CheckDate(JsonElement date)
    {
        date.EnumerateObject().Should().ContainSingle().Which.Name.Should().Be("date-parts");
        var parts = date.GetProperty("date-parts").EnumerateArray().Should().ContainSingle().Subject.EnumerateArray().Select(part => part.GetInt32()).ToList();
        parts.Should().HaveCount(3);
        new DateOnly(parts[0], parts[1], parts[2]).Should().BeAfter(DateOnly.MinValue);
    }
}

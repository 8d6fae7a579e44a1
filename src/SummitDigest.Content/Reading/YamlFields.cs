using System.Collections.Immutable;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>
/// Takes the known keys out of a map one by one, reporting what has the wrong shape; <see cref="ReportUnknown"/> at the
/// end reports the keys that nobody asked for.
/// </summary>
internal sealed class YamlFields(YamlMap map, ProblemList problems)
{
    /// <summary>What stands for a value that an editor still has to write.</summary>
    public const string Open = "TODO";

    private readonly List<string> _known = [];

    /// <summary>Where the map stands.</summary>
    public SourcePosition Position => map.Position;

    /// <summary>The value of a key; null where the key is missing or has nothing behind its colon.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        var value = map.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
        return value is YamlText { Value: "" } ? null : value;
    }

    /// <summary>A text, or null where it is missing, no text or still to be filled in.</summary>
    public YamlText? Text(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlText { Value: Open } open:
                problems.Error("todo-left", open.Position, $"\"{key}\" is still to be filled in.", "Write what belongs there in place of TODO.");
                return null;
            case YamlText text:
                return text;
            case var other:
                problems.Error("field-type", other.Position, $"\"{key}\" must be a text.", $"Write {key}: followed by a text on the same line.");
                return null;
        }
    }

    /// <summary>A text that must be there; null, with a problem, where it is not.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">A value to show to the editor.</param>
    public YamlText? RequiredText(string key, string example)
    {
        var text = Text(key);
        if (text is null && Node(key) is null)
            problems.Error("field-missing", map.Position, $"\"{key}\" is missing or empty.", $"Add a line such as \"{key}: {example}\".");
        return text;
    }

    /// <summary>The texts of a list; a single text counts as a list of one.</summary>
    public ImmutableArray<YamlText> Texts(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlText single:
                return [single];
            case YamlList list:
                foreach (var item in list.Items.Where(item => item is not YamlText))
                    problems.Error("field-type", item.Position, $"\"{key}\" must be a list of texts.", $"Write {key}: [one, two].");
                return [.. list.Items.OfType<YamlText>()];
            case var other:
                problems.Error("field-type", other.Position, $"\"{key}\" must be a list.", $"Write {key}: [one, two].");
                return [];
        }
    }

    /// <summary>The map under a key, or null where it is missing or no map.</summary>
    public YamlMap? Map(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMap inner:
                return inner;
            case var other:
                problems.Error("field-type", other.Position, $"\"{key}\" must have keys of its own.", $"Write {key}: and, indented on the next lines, \"key: value\".");
                return null;
        }
    }

    /// <summary>An id; null, with a problem, where the node is none.</summary>
    public static ContentId? Id(YamlNode node, ProblemList problems)
    {
        var text = (node as YamlText)?.Value ?? "";
        if (ContentId.TryCreate(text) is { } id)
            return id;
        problems.Error("id-invalid", node.Position, $"{ProblemList.Quote(text)} cannot be an id.", ContentId.Rule);
        return null;
    }

    /// <summary>Reports every key that was not asked for.</summary>
    public void ReportUnknown()
    {
        foreach (var (key, _) in map.Entries.Where(entry => !_known.Contains(entry.Key.Value)).TakeWhile(_ => !problems.IsFull))
            problems.Error("field-unknown", key.Position, $"No field is called {ProblemList.Quote(key.Value)}.", DidYouMean.Sentence(key.Value, _known.Distinct()));
    }
}

using System.Collections.Immutable;
using SummitDigest.Content.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SummitDigest.Content.Reading;

/// <summary>A value in YAML as content may use it: text, a list or a map of text.</summary>
internal abstract record YamlNode(SourcePosition Position);

/// <summary>A text; numbers, dates and the words true and null are text too. Empty where nothing stands behind the colon.</summary>
internal sealed record YamlText(string Value, SourcePosition Position) : YamlNode(Position)
{
    /// <summary>Where a hash behind a single blank ends it: to YAML a note begins there, as to us behind more blanks, but it may be meant as a part of the text.</summary>
    public SourcePosition? Hash { get; init; }

    /// <summary>Whether it stands there without quotation marks of YAML's.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>A list.</summary>
internal sealed record YamlList(ImmutableArray<YamlNode> Items, SourcePosition Position) : YamlNode(Position);

/// <summary>A key and what stands under it.</summary>
internal sealed record YamlEntry(YamlText Key, YamlNode Value);

/// <summary>A map, in order of the file, without duplicate keys.</summary>
internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, SourcePosition Position) : YamlNode(Position);

/// <summary>
/// Reads YAML as a stream of events, so that nothing in it can name a type, refer back to itself or grow: tags, anchors
/// and duplicate keys are problems, and depth is limited.
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 8;

    private readonly string _yaml;
    private readonly Parser _parser;
    private readonly int _linesBefore;
    private readonly ProblemList _problems;
    // Where those begin that are not closed yet.
    private readonly Stack<Mark> _brackets = [];

    private YamlTree(string yaml, int linesBefore, ProblemList problems)
    {
        _yaml = yaml;
        _parser = new(new StringReader(yaml));
        _linesBefore = linesBefore;
        _problems = problems;
    }

    /// <summary>Reads a map.</summary>
    /// <param name="yaml">One YAML document.</param>
    /// <param name="linesBefore">How many lines of the file stand before it, to report places in the file.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null where the text is no YAML map.</returns>
    public static YamlMap? Read(string yaml, int linesBefore, ProblemList problems)
    {
        yaml = YamlBlanks.Plain(yaml);
        var tree = new YamlTree(yaml, linesBefore, problems);
        if (tree.HasTabs(yaml))
            return null;
        try
        {
            return tree.ReadDocument();
        }
        // The parser throws the second kind where a bracket is open at the next key.
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            if (tree._brackets.TryPeek(out var bracket))
            {
                problems.Error("yaml-invalid", tree.Place(bracket), "What begins with this bracket is not understood.",
                    "Close it with ] or }. Where a text only begins with a bracket, or one within has a colon, a hash or a quotation mark, put straight quotation marks (\"…\") around that text.");
            }
            else
            {
                problems.Error("yaml-invalid", tree.Place((e as YamlException)?.Start ?? tree._parser.Current!.Start), "This line is not understood.",
                    "Write \"key: value\" at the same distance from the margin as the keys beside it, with straight quotation marks (\"…\") around a value that contains a colon, a hash or a quotation mark, or begins with another mark.");
            }
            return null;
        }
    }

    /// <summary>Reports lines that are indented with tabs, which YAML forbids; its parser names another line and does not name the tab.</summary>
    private bool HasTabs(string yaml)
    {
        var found = false;
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            var indent = text[..^text.TrimStart().Length];
            var tab = indent.IndexOf('\t');
            if (tab < 0 || indent.Length == text.Length)
                continue;
            found = true;
            _problems.Error("yaml-tab", new(line + _linesBefore, tab + 1), "This line is indented with a tab.", "Put spaces in its place.");
        }
        return found;
    }

    private YamlMap? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            return new([], new(_linesBefore + 1, 1));
        _parser.Consume<DocumentStart>();
        var root = ReadNode(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            _problems.Error("yaml-invalid", Place(_parser.Current!.Start), "A second document starts here.", "Remove the line of three hyphens.");
            return null;
        }
        switch (root)
        {
            case YamlMap map:
                return map;
            case YamlText { Value: "" } empty:
                return new([], empty.Position);
            default:
                _problems.Error("yaml-invalid", root?.Position ?? SourcePosition.Start, "This is not a list of keys and values.", "Write \"key: value\" on each line.");
                return null;
        }
    }

    /// <returns>Null where the node is refused; it is then consumed all the same, so that reading goes on behind it.</returns>
    private YamlNode? ReadNode(int depth)
    {
        var start = _parser.Consume<ParsingEvent>();
        var position = Place(start.Start);
        if (depth > Deepest)
            throw new YamlException(start.Start, start.End, "Too deep.");
        if (start is NodeEvent node && (!node.Anchor.IsEmpty || IsTagged(node)))
            _problems.Error("yaml-unsupported", position, "Anchors (&) and tags (!) are not used here.", "Put the value in quotation marks, or remove the mark in front of it.");
        switch (start)
        {
            case Scalar scalar:
                if (scalar.Value.Any(IsInvisible))
                    _problems.Error("character-invisible", position, "There is a character in this text that nobody sees: a control character, a blank without width, or one that turns its direction around.", "Type the text anew.");
                return new YamlText(IsNull(scalar) ? "" : scalar.Value.Trim(), position) { Hash = HashBehind(scalar), IsPlain = scalar.Style == ScalarStyle.Plain };
            case SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow }:
                _brackets.Push(start.Start);
                YamlNode read = start is SequenceStart ? new YamlList(ReadItems(depth), position) : new YamlMap(ReadEntries(depth), position);
                _brackets.Pop();
                return read;
            case SequenceStart:
                return new YamlList(ReadItems(depth), position);
            case MappingStart:
                return new YamlMap(ReadEntries(depth), position);
            default:
                _problems.Error("yaml-unsupported", position, "References (*) are not used here.", "Put the value in quotation marks.");
                return null;
        }
    }

    private ImmutableArray<YamlNode> ReadItems(int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode(depth + 1) is { } item)
                items.Add(item);
        }
        return items.ToImmutable();
    }

    private ImmutableArray<YamlEntry> ReadEntries(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlText text)
            {
                if (key is not null)
                    _problems.Error("yaml-invalid", key.Position, "A key must be a word.", "Write \"key: value\".");
            }
            else if (!keys.Add(text.Value))
            {
                _problems.Error("key-duplicate", text.Position, $"{ProblemList.Quote(text.Value)} is given twice.", "Keep one of the two.");
            }
            else if (value is not null)
            {
                entries.Add(new(text, value));
            }
        }
        return entries.ToImmutable();
    }

    private SourcePosition? HashBehind(Scalar scalar)
    {
        var end = (int)scalar.End.Index;
        return scalar.Style == ScalarStyle.Plain && end > 0 && end + 1 < _yaml.Length && _yaml[end - 1] != ' ' && _yaml[end] == ' ' && _yaml[end + 1] == '#'
            ? Place(scalar.End) with { Column = (int)scalar.End.Column + 1 }
            : null;
    }

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null";

    // Line feeds come from texts that are written over several lines, tabs from what is pasted.
    private static bool IsInvisible(char c) => c == '\t' || c != '\n' && InvisibleCharacters.Name(c) is not null;

    private static bool IsTagged(NodeEvent node) => node switch
    {
        Scalar scalar => !scalar.Tag.IsEmpty,
        SequenceStart sequence => !sequence.Tag.IsEmpty,
        MappingStart mapping => !mapping.Tag.IsEmpty,
        _ => false,
    };

    private SourcePosition Place(Mark mark) => new((int)Math.Max(1, mark.Line) + _linesBefore, (int)Math.Max(1, mark.Column));
}

using System.Globalization;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>The ids of a speech's passages and headings: those written in the file, and for the other passages p1, p2 and so on by their place.</summary>
internal sealed class BlockIds
{
    private readonly HashSet<ContentId> _all = [];
    private readonly List<ContentId> _passages = [];
    private readonly HashSet<ContentId> _passageSet;
    private int _lastGiven;

    /// <summary>Gives every passage an id, and reports ids that are written twice.</summary>
    /// <param name="reserved">Ids that were others' once, and that no passage is given.</param>
    public BlockIds(IReadOnlyList<BlockText> blocks, IReadOnlySet<ContentId> reserved, ProblemList problems)
    {
        foreach (var block in blocks.Where(block => block.Id is not null && !_all.Add(block.Id)))
        {
            var first = blocks.First(other => other.Id == block.Id).Position.Line;
            problems.Error("id-duplicate", block.Position, string.Create(CultureInfo.InvariantCulture, $"The id \"{block.Id}\" is given twice, first on line {first}."), "Give this passage or heading an id of its own.");
        }
        foreach (var passage in blocks.OfType<PassageBlockText>())
            _passages.Add(passage.Id ?? FreeId(_passages.Count + 1, reserved));
        _passageSet = [.. _passages];
    }

    /// <summary>The ids of passages and those written behind headings.</summary>
    public IReadOnlySet<ContentId> All => _all;

    /// <summary>The passages' ids in speaking order.</summary>
    public IReadOnlyList<ContentId> Passages => _passages;

    /// <summary>The id of the passage at an index, from 0.</summary>
    public ContentId OfPassage(int index) => _passages[index];

    /// <summary>Whether a passage, not a heading, has this id.</summary>
    public bool HasPassage(ContentId id) => _passageSet.Contains(id);

    // From the place of the passage on. What lies between it and the one given last is taken.
    private ContentId FreeId(int place, IReadOnlySet<ContentId> reserved)
    {
        for (_lastGiven = Math.Max(place, _lastGiven + 1); ; _lastGiven++)
        {
            var id = ContentId.TryCreate(string.Create(CultureInfo.InvariantCulture, $"p{_lastGiven}"))!;
            if (!reserved.Contains(id) && _all.Add(id))
                return id;
        }
    }
}

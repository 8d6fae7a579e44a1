using System.Globalization;
using System.Text;
using SummitDigest.Content.Permalinks;

namespace SummitDigest.Content.Tests.Permalinks;

/// <summary>
/// A speech that an editor changes in every way that is allowed, and every link that was ever published to it. Each
/// passage has a name in its text by which a test knows it again, whatever becomes of its id.
/// </summary>
internal sealed class EditedSpeech : IDisposable
{
    private static readonly string[] Topics = ["meadow", "river", "talk"];

    private readonly Random _random;
    private readonly ContentFolder _folder = new();
    private readonly List<(string? Id, string Name, string Topic)> _passages = [];
    private readonly List<string> _aliases = [];
    private readonly Dictionary<string, string> _moved = [];
    private readonly Dictionary<(string Slug, string Id), (string Name, bool IsSection)> _links = [];
    private readonly bool _hasHeadings;
    private string _slug = "speech";
    private int _names;

    /// <summary>A speech of six passages, published.</summary>
    public EditedSpeech(int seed)
    {
        _random = new(seed);
        _hasHeadings = _random.Next(3) == 0;
        for (var i = 0; i < 6; i++)
            _passages.Add(New());
        Publish();
    }

    /// <summary>What was done, for the message of a test that fails.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Changes something, and publishes it.</summary>
    public void Edit()
    {
        var at = _random.Next(_passages.Count);
        var (id, name, topic) = _passages[at];
        switch (_random.Next(7))
        {
            case 0:
                Log.Add($"put a passage in at {at}");
                _passages.Insert(at, New());
                break;
            case 1:
                Log.Add($"reworded {id}");
                _passages[at] = (id, name, topic + " and " + topic);
                break;
            case 2:
                _passages[at] = (id, name, Topics[_random.Next(Topics.Length)]);
                Log.Add($"{id} is on {_passages[at].Topic} now");
                break;
            case 3:
                var to = _random.Next(_passages.Count);
                Log.Add($"{id} goes from {at} to {to}");
                _passages.RemoveAt(at);
                _passages.Insert(to, (id, name, topic));
                break;
            case 4 when _passages.Count > 2:
                Log.Add($"took {id} out");
                _passages.RemoveAt(at);
                Withdraw(id!);
                foreach (var old in _moved.Where(moved => moved.Value == id).Select(moved => moved.Key).ToList())
                {
                    _moved.Remove(old);
                    Withdraw(old);
                }
                break;
            case 5:
                var other = $"other-{_names}-{Log.Count}";
                Log.Add($"{id} is {other} now");
                foreach (var old in _moved.Where(moved => moved.Value == id).Select(moved => moved.Key).ToList())
                    _moved[old] = other;
                _moved[id!] = other;
                _passages[at] = (other, name, topic);
                break;
            default:
                Log.Add($"{_slug} is called speech-{Log.Count} now");
                File.Delete(Path.Combine(_folder.Path, "speeches", _slug + ".md"));
                _aliases.Add(_slug);
                _slug = $"speech-{Log.Count}";
                break;
        }
        Publish();
    }

    /// <summary>Every link must lead to the passage that it was made for, a section's to the section that has its first passage; to a page that says so where that is gone.</summary>
    public void ShouldKeepItsLinks()
    {
        var library = _folder.Read();
        library.FindSpeech(_slug).Should().NotBeNull();
        foreach (var ((slug, id), (name, isSection)) in _links)
        {
            var because = $"{slug}/{id} was published; {string.Join("; ", Log)}";
            var found = library.Find(slug, id);
            if (found is Permalink.Moved(var speech, var now))
            {
                found = library.Find(speech.Slug.Value, now!.Value);
                found.Should().BeOfType<Permalink.Here>("no address leads to one that leads on: " + because);
            }
            var isThere = _passages.Any(passage => passage.Name == name);
            if (!isThere && !isSection)
                found.Should().BeOfType<Permalink.Gone>(because);
            // A section without its first passage goes on with its next, if it has any.
            else if (!isThere)
                (found is Permalink.Gone or Permalink.Here { Passage: null }).Should().BeTrue(because);
            else if (isSection)
                found.Should().BeOfType<Permalink.Here>(because).Which.Section.Passages.Any(passage => passage.Text.Contains(name)).Should().BeTrue(because);
            else
                found.Should().BeOfType<Permalink.Here>(because).Which.Passage!.Text.Should().Contain(name, because);
        }
    }

    public void Dispose() => _folder.Dispose();

    private (string? Id, string Name, string Topic) New() => (null, $"n{_names++}n", Topics[_random.Next(Topics.Length)]);

    private void Withdraw(string id) => _folder.Ledger = _folder.Ledger.Replace($"\npassage {id}\n", $"\nwithdrawn passage {id}\n");

    // As an editor does who has the missing ids written in and the ledger brought up to date.
    private void Publish()
    {
        _folder.With(_slug, Markdown()).Fix();
        var library = _folder.Read();
        var speech = library.FindSpeech(_slug) ?? throw new InvalidOperationException(string.Join('\n', library.Problems));
        var passages = speech.Passages.ToList();
        for (var i = 0; i < _passages.Count; i++)
            _passages[i] = _passages[i] with { Id = passages[i].Id.Value };
        foreach (var section in speech.Sections)
        {
            var first = _links.Where(link => link.Key.Id == section.Id.Value).Select(link => link.Value.Name).FirstOrDefault() ?? Name(section.Passages[0]);
            _links.TryAdd((_slug, section.Id.Value), (first, true));
            foreach (var passage in section.Passages)
                _links.TryAdd((_slug, passage.Id.Value), (Name(passage), false));
        }

        static string Name(Passage passage) => passage.Text.Split(' ')[0];
    }

    private string Markdown()
    {
        var front = ContentFolder.FrontMatter.Replace("source:",
            $"aliases: [{string.Join(", ", _aliases)}]\nmoved: {{ {string.Join(", ", _moved.Select(moved => $"{moved.Key}: {moved.Value}"))} }}\nsource:");
        var text = new StringBuilder(front);
        for (var i = 0; i < _passages.Count; i++)
        {
            var (id, name, topic) = _passages[i];
            // Headings are reworded all the time, and move through the text.
            if (_hasHeadings && i % 2 == 1)
                text.Append(CultureInfo.InvariantCulture, $"## Part {Log.Count} of {name}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{name} speaks of the {topic} at some length today.{(id is null ? "" : $" ^{id}")}\n\n");
        }
        return text.ToString();
    }
}

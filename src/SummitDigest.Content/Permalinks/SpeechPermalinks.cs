namespace SummitDigest.Content.Permalinks;

/// <summary>The ids that a speech has and those that it had: what each address inside it leads to. Safe to share between requests.</summary>
internal sealed class SpeechPermalinks
{
    private readonly Speech _speech;
    private readonly Dictionary<ContentId, (Section Section, Passage? Passage)> _here = [];
    private readonly Dictionary<ContentId, ContentId> _former = [];
    private readonly ILookup<ContentId, ContentId> _formerOf;

    // What was published, and the passage that stood nearest to it and is still there: the one before, as a reader would come to
    // it, else the one behind.
    private readonly Dictionary<ContentId, (PublishedId Id, ContentId? Nearest)> _was = [];

    /// <summary>Works out where the ids lead that the speech had once.</summary>
    public SpeechPermalinks(Speech speech, PermalinkLedger ledger)
    {
        _speech = speech;
        foreach (var section in speech.Sections)
        {
            _here.TryAdd(section.Id, (section, null));
            foreach (var passage in section.Passages)
                _here.TryAdd(passage.Id, (section, passage));
        }
        foreach (var (old, now) in speech.Moved)
            _former.TryAdd(old, now);
        foreach (var published in ledger.Of(speech.Slug, speech.Aliases))
        {
            var near = published.Ids.Select(id => NowOf(id.Id)).FirstOrDefault(now => now is not null);
            foreach (var id in published.Ids)
            {
                _was.TryAdd(id.Id, (id, near));
                near = NowOf(id.Id) ?? near;
            }
            foreach (var (id, first) in PublishedSections.WithFirst(published.Ids, NowOf))
            {
                if (first is not null && !_here.ContainsKey(id))
                    _former.TryAdd(id, first);
            }
        }
        _formerOf = _former.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).ToLookup(pair => pair.Value, pair => pair.Key);
    }

    /// <summary>The ids that what has this id now had before, in order.</summary>
    public IEnumerable<ContentId> FormerOf(ContentId id) => _formerOf[id];

    /// <summary>What an id leads to; null where the speech never had it.</summary>
    public Permalink? Find(ContentId id)
    {
        if (_here.TryGetValue(id, out var here))
            return new Permalink.Here(_speech, here.Section, here.Passage);
        var (was, nearest) = _was.GetValueOrDefault(id);
        if (_former.TryGetValue(id, out var now))
        {
            // What was a section is looked for as one: it is the one now that has its first passage.
            var isSection = was is { IsSection: true } && !_speech.Moved.ContainsKey(id);
            return new Permalink.Moved(_speech, isSection ? _here[now].Section.Id : now);
        }
        return was is null ? null : new Permalink.Gone(_speech.Title, was, _speech, nearest is null ? null : _here[nearest].Passage);
    }

    // The passage that has an id now, by itself or because it moved there.
    private ContentId? NowOf(ContentId id) =>
        IsPassage(id) ? id : _speech.Moved.TryGetValue(id, out var now) && IsPassage(now) ? now : null;

    private bool IsPassage(ContentId id) => _here.TryGetValue(id, out var here) && here.Passage is not null;
}

using System.Collections.Immutable;
using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming;
using static System.FormattableString;

namespace SummitDigest.Content.Reading;

/// <summary>What was read from a speech's file.</summary>
/// <param name="Speech">What could be read; good to be served only where its problems have no error.</param>
/// <param name="Aliases">Its aliases, and where they stand.</param>
internal sealed record ReadSpeech(Speech Speech, ImmutableArray<Alias> Aliases);

/// <summary>Reads one speech from its file: front matter, then Markdown.</summary>
internal sealed class SpeechReader(ThemeScorer scorer, PermalinkLedger ledger, ContentLimits limits)
{
    // Of 23,606 paragraphs of real speeches fewer than one in a hundred are longer.
    private const int LongPassage = 400;

    /// <summary>
    /// Reads a speech. An example of the form, with <see cref="FrontMatter.Read"/> for the keys:
    /// <code>
    /// ---
    /// title: Opening of the river conference
    /// speaker: Ama Mensah
    /// event: River Conference 2024
    /// date: 2024-05-02
    /// source:
    ///   publisher: Volta Daily
    /// ---
    /// The minister opened the conference on Thursday. ^p1
    ///
    /// ## Water for all {#water}
    ///
    /// She called for cheaper water meters. ^p2
    /// </code>
    /// </summary>
    /// <param name="slug">The speech's name in addresses.</param>
    /// <param name="name">Its file's name, as <see cref="Problem.File"/> has it.</param>
    /// <param name="file">Its text.</param>
    /// <param name="problems">Gets everything that is wrong with it.</param>
    /// <returns>Null where not even the front matter could be read.</returns>
    public ReadSpeech? Read(ContentId slug, string name, TextFile file, ProblemList problems)
    {
        if (FrontMatterEnd(file) is not { } end)
        {
            var fault = string.IsNullOrWhiteSpace(file.Text) ? "The file is empty."
                : file.Text.StartsWith("---", StringComparison.Ordinal) ? "The front matter has no end: its second line of three hyphens is missing."
                : "The file does not start with a line of three hyphens and front matter.";
            problems.Error("front-matter-missing", SourcePosition.Start, fault,
                "Start with a line \"---\", then title, speaker, event and date, then another line \"---\".");
            return null;
        }
        var yaml = YamlTree.Read(file.Text[file.Lines[1].Start..file.Lines[end].Start], linesBefore: 1, problems);
        var front = yaml is null ? null : FrontMatter.Read(yaml, problems);
        var bodyStart = file.Lines[end].Next;
        var blocks = MarkdownBlocks.Read(file, bodyStart, limits, problems);
        ImmutableArray<PublishedSpeech> published = [.. ledger.Of(slug, front?.Aliases.Select(alias => alias.Id) ?? [])];
        var ids = new BlockIds(blocks, Reserved(blocks, front, published), problems);
        if (!blocks.OfType<PassageBlockText>().Any() && !problems.HasErrors)
            problems.Error("text-missing", file.PositionOf(bodyStart), "The speech has no text.", "Write its passages under the front matter, with empty lines between them.");
        if (front is null)
            return null;
        var choices = ReadChoices(front, ids, problems);
        var speech = Build(slug, name, front, blocks, ids, choices, published);
        CheckMoved(front, speech, problems);
        CheckTexts(speech, problems);
        InvisibleCharacters.Report(file, bodyStart, problems);
        if (!published.IsEmpty)
            CheckIdsAreWritten(blocks, ids, speech, published, problems);
        if (!problems.HasErrors && !scorer.Themes.IsEmpty && !scorer.Knows(front.Language))
        {
            problems.Warning("language-without-terms", SourcePosition.Start, $"No theme has terms in the language {ProblemList.Quote(front.Language)}, so no passage gets a theme by itself.",
                "Add terms for it to themes.yml, or choose themes under \"themes:\" in the front matter.");
        }
        return new(speech with { Markdown = MissingIds.Write(file, blocks, IdsOf(blocks, speech)) }, front.Aliases);
    }

    private Speech Build(ContentId slug, string name, FrontMatter front, IReadOnlyList<BlockText> blocks, BlockIds ids, Dictionary<ContentId, ContentId?> choices, ImmutableArray<PublishedSpeech> published)
    {
        var passages = Theme([.. blocks.OfType<PassageBlockText>()], front.Language, ids, choices);
        var moved = front.Moved.GroupBy(moved => moved.Old).ToDictionary(same => same.Key, same => same.First().New);
        ContentId? NowOf(ContentId id) => ids.HasPassage(id) ? id : moved.TryGetValue(id, out var now) && ids.HasPassage(now) ? now : null;
        var sections = published.SelectMany(old => PublishedSections.WithFirst(old.Ids, NowOf));
        var splitter = new SectionSplitter(scorer.Themes, ids.All.Concat(moved.Keys), [.. sections]);
        return new(
            slug, name, front.Title, front.Speaker, front.FamilyName, front.Event, front.Place, front.Date, front.Language, front.Kind, front.Wording, front.Source,
            [.. front.Aliases.Select(alias => alias.Id)],
            moved.ToImmutableDictionary(),
            Markdown: "",
            blocks.OfType<HeadingBlockText>().Any()
                ? splitter.ByHeading(WithPassages(blocks, passages))
                : splitter.ByTheme(passages));
    }

    private List<Passage> Theme(List<PassageBlockText> blocks, string language, BlockIds ids, Dictionary<ContentId, ContentId?> choices)
    {
        var texts = blocks.ConvertAll(block => (block.Text, Words: Words.Split(block.Text)));
        var decisions = scorer.Decide(texts, language);
        return [.. blocks.Select((block, i) => new Passage(
            ids.OfPassage(i), i + 1, block.Text, block.Html, Words.Count(texts[i].Words),
            choices.TryGetValue(ids.OfPassage(i), out var choice) ? ThemeScorer.Override(decisions[i], choice) : decisions[i],
            block.Links, block.Position))];
    }

    private static IEnumerable<(HeadingBlockText?, Passage?)> WithPassages(IEnumerable<BlockText> blocks, List<Passage> passages)
    {
        var next = 0;
        return blocks.Select(block => block is HeadingBlockText heading ? (heading, (Passage?)null) : (null, passages[next++]));
    }

    // Headings are blocks, and so are the passages; an opening section without a heading is none.
    private static IEnumerable<ContentId> IdsOf(IEnumerable<BlockText> blocks, Speech speech)
    {
        var headings = new Queue<ContentId>(speech.Sections.Where(section => section.Heading is not null).Select(section => section.Id));
        var passages = new Queue<ContentId>(speech.Passages.Select(passage => passage.Id));
        return blocks.Select(block => block is HeadingBlockText ? headings.Dequeue() : passages.Dequeue());
    }

    // What was another's once is not given again. A file without any written ids is numbered by place, as when it was published.
    private static HashSet<ContentId> Reserved(IEnumerable<BlockText> blocks, FrontMatter? front, IEnumerable<PublishedSpeech> published)
    {
        var moved = front?.Moved.Select(moved => moved.Old) ?? [];
        return blocks.OfType<PassageBlockText>().Any(block => block.Id is not null)
            ? [.. moved, .. published.SelectMany(speech => speech.Ids).Select(id => id.Id)]
            : [.. moved];
    }

    private static void CheckIdsAreWritten(IEnumerable<BlockText> blocks, BlockIds ids, Speech speech, IEnumerable<PublishedSpeech> published, ProblemList problems)
    {
        var lost = published.SelectMany(old => old.Ids)
            .FirstOrDefault(id => id is { IsSection: false, IsWithdrawn: false } && !ids.HasPassage(id.Id) && !speech.Moved.ContainsKey(id.Id))?.Id;
        foreach (var (passage, id) in blocks.OfType<PassageBlockText>().Zip(ids.Passages).Where(pair => pair.First.Id is null))
        {
            problems.Warning("id-missing", passage.Position, "Links to this passage are published, but its id is not written in the file and may change.",
                lost is null ? $"Write ^{id} at its end, or call check --fix." : $"If it is the passage that had the id {lost}, write ^{lost} at its end; if it is new, ^{id}.");
        }
    }

    private static void CheckTexts(Speech speech, ProblemList problems)
    {
        foreach (var open in speech.Passages.Where(passage => passage.Text == YamlFields.Open))
            problems.Error("todo-left", open.Position, "The text is still to be filled in.", "Write the passages in place of TODO, with empty lines between them.");
        foreach (var passage in speech.Passages.Where(passage => passage.WordCount > LongPassage))
            problems.Hint("passage-long", passage.Position, Invariant($"The passage \"{passage.Id}\" has {passage.WordCount} words, too many to link to or to have one theme."), "If the report has paragraphs in it, put empty lines between them.");
    }

    private Dictionary<ContentId, ContentId?> ReadChoices(FrontMatter front, BlockIds ids, ProblemList problems)
    {
        var choices = new Dictionary<ContentId, ContentId?>();
        foreach (var (passage, theme, position) in front.Themes)
        {
            if (problems.IsFull)
                break;
            var known = scorer.Themes.Select(known => known.Id.Value).Append(Theming.Theme.None);
            if (!ids.HasPassage(passage))
                problems.Error("passage-unknown", position, $"No passage has the id \"{passage}\".", DidYouMean.Sentence(passage.Value, ids.Passages.Select(id => id.Value)));
            else if (theme == Theming.Theme.None)
                choices[passage] = null;
            else if (scorer.Themes.FirstOrDefault(known => known.Aliases.Prepend(known.Id).Any(id => id.Value == theme)) is { } chosen)
                choices[passage] = chosen.Id;
            // Without any themes themes.yml itself is at fault, and this speech should not go down with it.
            else if (!scorer.Themes.IsEmpty)
                problems.Error("theme-unknown", position, $"No theme is called {ProblemList.Quote(theme)}.", DidYouMean.Sentence(theme, known));
        }
        return choices;
    }

    private static void CheckMoved(FrontMatter front, Speech speech, ProblemList problems)
    {
        var ids = speech.Ids.ToHashSet();
        foreach (var (old, now, position) in front.Moved)
        {
            if (problems.IsFull)
                break;
            if (ids.Contains(old))
                problems.Error("id-moved-but-here", position, $"\"{old}\" is said to have moved, but a passage or section still has this id.", "Remove it from \"moved:\".");
            if (speech.Moved.ContainsKey(now))
                problems.Error("id-moved-on", position, $"\"{old}\" is said to have moved to \"{now}\", which is said to have moved, too.", "Write the id that it has now.");
            else if (!ids.Contains(now))
                problems.Error("id-unknown", position, $"\"{old}\" is said to have moved to \"{now}\", but nothing has this id.", DidYouMean.Sentence(now.Value, ids.Select(id => id.Value)));
        }
    }

    /// <summary>The index of the second line of three hyphens; null where the first line is not one, or no second follows.</summary>
    private static int? FrontMatterEnd(TextFile file)
    {
        if (!IsFence(file.Lines[0]))
            return null;
        for (var i = 1; i < file.Lines.Count; i++)
        {
            if (IsFence(file.Lines[i]))
                return i;
        }
        return null;

        bool IsFence(TextLine line) => file.Text.AsSpan(line.Start, line.Length).TrimEnd() is "---";
    }
}

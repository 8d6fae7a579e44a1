namespace SummitDigest.Content.Theming;

/// <summary>
/// The terms of one theme in one language as a tree of their words, in which the terms that cover another are found
/// without comparing each with each.
/// </summary>
internal sealed class TermTree
{
    private readonly Node _root = new();

    /// <summary>A tree of these terms; no two have the same <see cref="LexiconTerm.Key"/>.</summary>
    public TermTree(IEnumerable<LexiconTerm> terms)
    {
        foreach (var term in terms)
        {
            var node = _root;
            foreach (var word in term.Words)
                node = node.Add(word);
            node.Term = term;
        }
    }

    /// <summary>The other terms that stand wherever a term stands, on the very same words: "river*" for "rivers".</summary>
    public IReadOnlyList<LexiconTerm> Covering(LexiconTerm term)
    {
        var found = new List<LexiconTerm>();
        Collect(_root, term, at: 0, found);
        return found;
    }

    private static void Collect(Node node, LexiconTerm term, int at, List<LexiconTerm> found)
    {
        if (at == term.Words.Length)
        {
            if (node.Term is { } other && other != term && ReachesAsFar(other, term))
                found.Add(other);
            return;
        }
        var word = term.Words[at];
        if (!word.IsStem && node.Words?.GetValueOrDefault(word.Folded) is { } same)
            Collect(same, term, at + 1, found);
        if (node.Stems?.GetAlternateLookup<ReadOnlySpan<char>>() is not { } stems)
            return;
        for (var length = 1; length <= word.Folded.Length; length++)
        {
            if (stems.TryGetValue(word.Folded.AsSpan(0, length), out var stem))
                Collect(stem, term, at + 1, found);
        }
    }

    // A term without a comma does not stand where one with a comma may.
    private static bool ReachesAsFar(LexiconTerm other, LexiconTerm term)
    {
        for (var i = 1; i < term.Words.Length; i++)
        {
            if (term.Words[i].AfterStop && !other.Words[i].AfterStop)
                return false;
        }
        return true;
    }

    // Most nodes end a term: what goes on from them is made when there is something.
    private sealed class Node
    {
        public Dictionary<string, Node>? Words { get; private set; }

        public Dictionary<string, Node>? Stems { get; private set; }

        public LexiconTerm? Term { get; set; }

        public Node Add(TermWord word)
        {
            var next = word.IsStem ? Stems ??= new(StringComparer.Ordinal) : Words ??= new(StringComparer.Ordinal);
            if (!next.TryGetValue(word.Folded, out var node))
                next[word.Folded] = node = new();
            return node;
        }
    }
}

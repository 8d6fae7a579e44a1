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
            {
                var next = word.IsStem ? node.Stems : node.Words;
                if (!next.TryGetValue(word.Folded, out var child))
                    next[word.Folded] = child = new();
                node = child;
            }
            node.Term = term;
        }
    }

    /// <summary>The other terms that stand wherever a term stands, on the very same words: "river*" for "rivers".</summary>
    public IEnumerable<LexiconTerm> Covering(LexiconTerm term)
    {
        var nodes = new List<Node> { _root };
        foreach (var word in term.Words)
            nodes = [.. nodes.SelectMany(node => node.Next(word))];
        return nodes.Select(node => node.Term).OfType<LexiconTerm>().Where(other => other != term && ReachesAsFar(other, term));
    }

    // A term without a comma does not stand where one with a comma may.
    private static bool ReachesAsFar(LexiconTerm other, LexiconTerm term) =>
        other.Words.Zip(term.Words).Skip(1).All(pair => pair.First.AfterStop || !pair.Second.AfterStop);

    private sealed class Node
    {
        public Dictionary<string, Node> Words { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Node> Stems { get; } = new(StringComparer.Ordinal);

        public LexiconTerm? Term { get; set; }

        public IEnumerable<Node> Next(TermWord word)
        {
            if (!word.IsStem && Words.TryGetValue(word.Folded, out var same))
                yield return same;
            for (var length = 1; Stems.Count > 0 && length <= word.Folded.Length; length++)
            {
                if (Stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.Folded.AsSpan(0, length), out var stem))
                    yield return stem;
            }
        }
    }
}

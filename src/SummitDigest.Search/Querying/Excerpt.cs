using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SummitDigest.Search.Analysis;

namespace SummitDigest.Search.Querying;

/// <summary>A place in a text where a term of a query stands.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="End">Where the next character after it stands.</param>
/// <param name="Kind">How it matched; of several words the loosest.</param>
/// <param name="Term">Which term, counted from 0.</param>
/// <param name="Words">The words of the index that stand there, folded, with spaces between.</param>
public readonly record struct Mark(int Start, int End, MatchKind Kind, int Term, string Words);

/// <summary>A stretch of an excerpt.</summary>
public readonly record struct ExcerptPiece(string Text, bool IsMark);

/// <summary>
/// What a hit shows of its passage: the sentences in which the query's words stand. <c>excerpt.js</c> is the same in the
/// browser, and <c>tests/Shared/excerpts.json</c> holds the two together.
/// </summary>
public static partial class Excerpt
{
    /// <summary>Length of an excerpt in UTF-16 units, where no sentence is longer; a shorter passage is shown whole.</summary>
    public const int Length = 320;

    // Less of a sentence says nothing.
    private const int ShortestPart = 80;

    /// <summary>Every place where a term stands, by place; places of different terms may overlap.</summary>
    public static IReadOnlyList<Mark> Places(string text, ImmutableArray<MatchedTerm> terms)
    {
        var tokens = Analyser.Tokens(text);
        var byPosition = tokens.ToLookup(token => token.Position);
        var places = new List<Mark>();
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var words in terms[i].Alternatives)
            {
                foreach (var token in tokens)
                {
                    if (!words.IsEmpty && words[0].TryGetValue(token.Word, out var kind) && Follow(words, token, kind, byPosition) is var (end, loosest, all))
                        places.Add(new(token.Start, end, loosest, i, all));
                }
            }
        }
        return [.. places.OrderBy(place => place.Start).ThenByDescending(place => place.End).ThenBy(place => place.Term)];
    }

    /// <summary>The same places without overlaps, to be marked.</summary>
    /// <param name="places">What <see cref="Places"/> gives.</param>
    public static IReadOnlyList<Mark> Marks(IReadOnlyList<Mark> places)
    {
        var marks = new List<Mark>();
        var end = 0;
        foreach (var place in places)
        {
            if (place.End <= end)
                continue;
            marks.Add(place with { Start = Math.Max(place.Start, end) });
            end = place.End;
        }
        return marks;
    }

    /// <summary>
    /// The sentences with marks, as many terms as can be, and their neighbours as far as <paramref name="length"/> goes. The
    /// beginning, where nothing is marked.
    /// </summary>
    /// <param name="text">The passage.</param>
    /// <param name="marks">By place, without overlaps.</param>
    /// <param name="length">In UTF-16 units.</param>
    public static ImmutableArray<ExcerptPiece> Of(string text, IReadOnlyList<Mark> marks, int length = Length)
    {
        if (text.Length <= length)
            return Pieces(text, marks, [(0, text.Length)]);
        var sentences = Sentences(text);
        var next = 0;
        var terms = sentences.ConvertAll(sentence =>
        {
            // Marks are in order, too.
            var own = new HashSet<int>();
            for (; next < marks.Count && marks[next].Start < sentence.End; next++)
                own.Add(marks[next].Term);
            return own;
        });
        var best = Enumerable.Range(0, sentences.Count).OrderByDescending(i => terms[i].Count).ThenBy(i => i).ToList();
        var shown = new (int Start, int End)?[sentences.Count];
        var known = new HashSet<int>();
        var room = length;
        // 1. Every term once; of a sentence that is too long, the part around it.
        foreach (var i in best)
        {
            var isFirst = i == best[0];
            if ((isFirst || !terms[i].IsSubsetOf(known)) && !Take(i) && (isFirst || room >= ShortestPart))
            {
                var (start, end) = sentences[i];
                shown[i] = Window(text, start, end, marks.FirstOrDefault(mark => mark.Start >= start && mark.Start < end && !known.Contains(mark.Term)), room);
                room -= shown[i]!.Value.End - shown[i]!.Value.Start;
            }
            if (shown[i] is not null)
                known.UnionWith(terms[i]);
        }
        // 2. What else matches.
        foreach (var i in best.Where(i => terms[i].Count > 0))
            Take(i);
        // 3. Neighbours, as long as one fits.
        for (var before = -1; before != room;)
        {
            before = room;
            for (var i = 0; i < shown.Length; i++)
            {
                if ((i > 0 && shown[i - 1] is not null) || (i + 1 < shown.Length && shown[i + 1] is not null))
                    Take(i);
            }
        }
        return Pieces(text, marks, Joined(shown));

        bool Take(int i)
        {
            var size = sentences[i].End - sentences[i].Start;
            if (shown[i] is not null || size > room)
                return shown[i] is not null;
            shown[i] = sentences[i];
            room -= size;
            return true;
        }
    }

    // The words of a sequence that starts with this token: where it ends, how it matched, its words. Null where the next word is another.
    private static (int End, MatchKind Kind, string Words)? Follow(
        ImmutableArray<ImmutableDictionary<string, MatchKind>> words, Token first, MatchKind kind, ILookup<int, Token> byPosition)
    {
        var (end, all) = (first.End, first.Word);
        for (var i = 1; i < words.Length; i++)
        {
            var next = byPosition[first.Position + i].Where(token => words[i].ContainsKey(token.Word)).Take(1).ToList();
            if (next.Count == 0)
                return null;
            kind = (MatchKind)Math.Max((int)kind, (int)words[i][next[0].Word]);
            end = next[0].End;
            all += ' ' + next[0].Word;
        }
        return (end, kind, all);
    }

    // Each with the white space after it. Lines are sentences: a list is a passage too.
    private static List<(int Start, int End)> Sentences(string text)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        foreach (Match match in Ends().Matches(text))
        {
            var end = match.Index + match.Length;
            if (end < text.Length && (match.Groups["line"].Success || IsEnd(match)))
            {
                sentences.Add((start, end));
                start = end;
            }
        }
        sentences.Add((start, text.Length));
        return sentences;

        bool IsEnd(Match match)
        {
            var ends = match.Groups["ends"].Value;
            if (ends.AsSpan().IndexOfAny('。', '！', '？') >= 0)
                return true;
            // The "U.S." and the "J. Smith": a letter alone before a full stop.
            var before = match.Index - 1;
            var isInitial = ends == "." && before >= 0 && char.IsLetter(text[before]) && (before == 0 || !char.IsLetterOrDigit(text[before - 1]));
            return match.Groups["gap"].Length > 0 && !isInitial;
        }
    }

    // A part of a sentence that is too long, a third of it before its first mark, cut between words where there are any.
    private static (int Start, int End) Window(string text, int start, int end, Mark mark, int length)
    {
        var (first, last) = mark.End == 0 ? (start, start) : (mark.Start, mark.End);
        var from = Math.Max(start, Math.Min(first - length / 3, end - length));
        if (from > start)
        {
            var word = from;
            while (word < first && !char.IsWhiteSpace(text[word - 1]))
                word++;
            from = word < first || char.IsWhiteSpace(text[word - 1]) ? word : char.IsLowSurrogate(text[from]) ? from + 1 : from;
        }
        var to = Math.Min(end, from + length);
        if (to < end)
        {
            var word = to;
            while (word > last && !char.IsWhiteSpace(text[word]))
                word--;
            to = word > last ? word : char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
        }
        return (from, to);
    }

    private static List<(int Start, int End)> Joined((int Start, int End)?[] shown)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var range in shown)
        {
            if (range is not var (start, end))
                continue;
            if (joined.Count > 0 && joined[^1].End == start)
                joined[^1] = (joined[^1].Start, end);
            else
                joined.Add((start, end));
        }
        return joined;
    }

    private static ImmutableArray<ExcerptPiece> Pieces(string text, IReadOnlyList<Mark> marks, List<(int Start, int End)> ranges)
    {
        var pieces = ImmutableArray.CreateBuilder<ExcerptPiece>();
        var plain = "";
        foreach (var (start, rangeEnd) in ranges)
        {
            var end = rangeEnd;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
            plain += start == 0 ? "" : plain.Length == 0 && pieces.Count == 0 ? "… " : " … ";
            var at = start;
            foreach (var mark in marks)
            {
                var (from, to) = (Math.Max(mark.Start, start), Math.Min(mark.End, end));
                if (from >= to)
                    continue;
                plain += text[at..from];
                if (plain.Length > 0)
                    pieces.Add(new(plain, IsMark: false));
                plain = "";
                pieces.Add(new(text[from..to], IsMark: true));
                at = to;
            }
            plain += text[at..end];
        }
        plain += ranges[^1].End < text.Length ? " …" : "";
        if (plain.Length > 0)
            pieces.Add(new(plain, IsMark: false));
        return pieces.ToImmutable();
    }

    // Linear: whatever follows the marks fits.
    [GeneratedRegex(
        $@"(?<ends>[.!?…。！？]+)[""'”’»)\]」』】）〉》]*(?<gap>[{Query.Space}]*)|(?<line>\n)[{Query.Space}]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Ends();
}

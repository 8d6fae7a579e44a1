using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SummitDigest.Search.Analysis;

namespace SummitDigest.Search.Querying;

/// <summary>What a filter looks at.</summary>
public enum FilterKind
{
    /// <summary>The theme of the passage, by id or title, or <c>none</c>.</summary>
    Theme,

    /// <summary>The speaker, by the whole name or any words of it.</summary>
    Speaker,

    /// <summary>The year of the speech, or years as in <c>1990-1999</c>, <c>1990-</c> and <c>-1999</c>.</summary>
    Year,

    /// <summary>The speech, by slug.</summary>
    Speech,
}

/// <summary>Narrows a search to passages of one kind. Filters of one kind widen each other; those of different kinds must all hold.</summary>
/// <param name="IsExcluded">Whether the passages that it fits are left out instead.</param>
public sealed partial record Filter(FilterKind Kind, string Value, bool IsExcluded = false)
{
    /// <summary>The years that it names, both included; null where that cannot be told.</summary>
    public (int From, int To)? Years
    {
        get
        {
            if (YearOrYears().Match(Value) is not { Success: true } match)
                return null;
            var from = Number("from", 0);
            var to = Number("to", match.Groups["range"].Success ? 9999 : from);
            return (Math.Min(from, to), Math.Max(from, to));

            int Number(string group, int otherwise) =>
                match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
        }
    }

    // A number must be among its first two characters: one of the two years may be missing, not both.
    [GeneratedRegex(@"^(?=.?[0-9])(?<from>[0-9]{1,4})?(?<range>[-–‑](?<to>[0-9]{1,4})?)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex YearOrYears();
}

/// <summary>One thing to look for.</summary>
/// <param name="Text">As it was typed, without quotes, with its star.</param>
/// <param name="Alternatives">Words one after another; any alternative will do. A compound can be found in parts or joined up.</param>
/// <param name="IsExact">Whether it is meant as it stands, in quotes (no inflected forms) or with a star (then it is a prefix, too).</param>
/// <param name="IsPrefix">Whether its last word may be the beginning of one.</param>
public sealed record QueryTerm(string Text, ImmutableArray<ImmutableArray<string>> Alternatives, bool IsExact, bool IsPrefix)
{
    /// <summary>Its word, where it is a single one.</summary>
    public string? Word => Alternatives is [[var word]] ? word : null;
}

/// <summary>
/// A query taken apart: words, <c>beginnings*</c>, <c>"exact phrases"</c>, <c>-exclusions</c>, and the filters <c>theme:</c>,
/// <c>speaker:</c>, <c>year:</c> and <c>speech:</c>. Anything at all is a query; what makes no sense is looked for as words.
/// </summary>
/// <param name="IsCut">Whether the query was too long and its end was left off.</param>
/// <param name="IsWithoutOr">Whether an OR, which cannot be asked for, was left out.</param>
public sealed partial record Query(ImmutableArray<QueryTerm> Terms, ImmutableArray<QueryTerm> Excluded, ImmutableArray<Filter> Filters, bool IsCut, bool IsWithoutOr)
{
    /// <summary>Longer queries, in UTF-16 units, are cut off.</summary>
    public const int Longest = 500;

    /// <summary>What a box takes: one more, so that of a longer text that is pasted it is said that its end was left off.</summary>
    public const int LongestTyped = Longest + 1;

    /// <summary>Words and phrases, exclusions, and filters beyond this many each are left off.</summary>
    public const int MostTerms = 12;

    // White space is spelt out because .NET and JavaScript mean different characters by \s.
    internal const string Space = @"\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000";

    private static readonly SearchValues<char> Quotes = SearchValues.Create("“”„‟«»＂");

    /// <summary>Reads a query.</summary>
    public static Query Parse(string text)
    {
        var isCut = text.Length > Longest;
        text = string.Concat((isCut ? text[..Longest] : text).Select(c => Quotes.Contains(c) ? '"' : c));
        var terms = ImmutableArray.CreateBuilder<QueryTerm>();
        var excluded = ImmutableArray.CreateBuilder<QueryTerm>();
        var filters = ImmutableArray.CreateBuilder<Filter>();
        var pieces = Pieces().Matches(text);
        var isNegated = false;
        var isWithoutOr = false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            // Only in capitals and in front of something: NOT is a minus. AND and OR stand between two things; all are required anyway.
            if (i + 1 < pieces.Count && (piece.Value == "NOT" || (i > 0 && piece.Value is "AND" or "OR")))
            {
                isNegated |= piece.Value == "NOT";
                isWithoutOr |= piece.Value == "OR" && !WidenEachOther(pieces[i - 1], pieces[i + 1]);
                continue;
            }
            var isExcluded = isNegated || piece.Groups["not"].Length > 0;
            isNegated = false;
            var isExact = piece.Groups["phrase"].Success;
            var words = isExact ? piece.Groups["phrase"].Value : piece.Groups["words"].Value;
            if (piece.Groups["filter"].Success)
            {
                filters.Add(new(Enum.Parse<FilterKind>(piece.Groups["filter"].Value, ignoreCase: true), words, isExcluded));
            }
            else
            {
                var isLast = piece.Index + piece.Length == text.Length;
                (isExcluded ? excluded : terms).AddRange(isExact ? Phrase(words) : Runs(words, isPrefix: isLast && !isExcluded));
            }
        }
        var wanted = Once(terms);
        var unwanted = Once(excluded);
        isCut |= wanted.Count > MostTerms || unwanted.Count > MostTerms || filters.Count > MostTerms;
        return new([.. wanted.Take(MostTerms)], [.. unwanted.Take(MostTerms)], [.. filters.Take(MostTerms)], isCut, isWithoutOr);
    }

    // Filters of one kind mean one or another as it is.
    private static bool WidenEachOther(Match one, Match other) =>
        one.Groups["filter"].Success && one.Groups["filter"].Value.Equals(other.Groups["filter"].Value, StringComparison.OrdinalIgnoreCase);

    // What is typed twice is asked for once.
    private static List<QueryTerm> Once(IEnumerable<QueryTerm> terms) =>
        [.. terms.DistinctBy(term => (string.Join('|', term.Alternatives.Select(words => string.Join(' ', words))), term.IsExact, term.IsPrefix))];

    private static IEnumerable<QueryTerm> Phrase(string text)
    {
        var words = Analyser.Tokens(text).Where(token => !token.IsJoined).Select(token => token.Word).ToImmutableArray();
        return words.IsEmpty ? [] : [new(text.Trim(), [words], IsExact: true, IsPrefix: false)];
    }

    // A compound is one term, and so is a run of Chinese or Japanese characters; "and/or" is two.
    private static IEnumerable<QueryTerm> Runs(string text, bool isPrefix)
    {
        var tokens = Analyser.Tokens(text);
        var parts = tokens.Where(token => !token.IsJoined).ToList();
        for (var i = 0; i < parts.Count;)
        {
            var start = i;
            var joined = tokens.Where(token => token.IsJoined && token.Start == parts[start].Start).ToList();
            for (i++; i < parts.Count && (parts[i].Start == parts[i - 1].End || joined.Any(token => parts[i].Start < token.End)); i++)
            {
            }
            var run = parts[start..i];
            var alternatives = joined.Where(token => token.End == run[^1].End).Select(token => ImmutableArray.Create(token.Word))
                .Prepend([.. run.Select(part => part.Word)]);
            var end = run[^1].End;
            var isStarred = end < text.Length && text[end] == '*';
            // "U.S." keeps its last dot.
            var hasDot = end < text.Length && text[end] == '.' && text.IndexOf('.', run[0].Start) < end;
            yield return new(text[run[0].Start..(isStarred || hasDot ? end + 1 : end)], [.. alternatives], isStarred, isStarred || (isPrefix && end == text.Length));
        }
    }

    // The letters are spelt out in both cases: .NET and JavaScript mean different things by "whatever the case", too.
    // White space is passed over behind all names but "speech:", which a title may have in it ("Opening speech: …"). Linear: what
    // may be there or not is a name and the white space behind it, and what follows always fits.
    [GeneratedRegex(
        $@"(?<not>[-−–—]?)(?:(?<filter>[Tt][Hh][Ee][Mm][Ee]|[Ss][Pp][Ee][Aa][Kk][Ee][Rr]|[Yy][Ee][Aa][Rr]|[Ss][Pp][Ee][Ee][Cc][Hh])[:：](?:(?<![Hh][:：])[{Space}]+)?)?(?:""(?<phrase>[^""]*)(?:""|$)|(?<words>[^{Space}""]+))",
        RegexOptions.None,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pieces();
}

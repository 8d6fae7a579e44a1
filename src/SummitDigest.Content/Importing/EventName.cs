using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>Finds the name of the summit, conference or forum that a report is about: in its title and first paragraphs before the rest, and a summit before a mere meeting.</summary>
internal static partial class EventName
{
    // The title and so many paragraphs are searched for any kind of event before the rest is searched at all.
    private const int Lead = 2;

    // So many words a name may have in front of its noun. Behind a noun that names none, the search goes on at the next one:
    // without an end, each would go back to the beginning.
    private const int MostWords = 20;

    private static readonly FrozenSet<string> Nouns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["Summit", "Conference", "Forum", "Congress", "Assembly", "Symposium", "Convention", "Colloquium", "Expo"]);
    private static readonly FrozenSet<string> LesserNouns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["Meeting", "Session", "Dialogue", "Dialog", "Process", "Talks", "Consultation", "Consultations", "Roundtable", "Week", "Ministerial", "Workshop", "Seminar"]);

    // "Conference Centre" is a building, "Forum Secretariat" an office.
    private static readonly FrozenSet<string> NotEvents = FrozenSet.ToFrozenSet(["Centre", "Center", "Hall", "Room", "Building", "Palace", "House", "Secretariat", "Declaration", "Record"]);

    // "Congress Standing Committee" is a body, and so is what "the Committee of the" stands in front of.
    private static readonly FrozenSet<string> Bodies = FrozenSet.ToFrozenSet(["Committee", "Council", "Commission", "Board", "Bureau", "Presidium"]);

    private static readonly FrozenSet<string> PossessivesInNames = FrozenSet.ToFrozenSet(["Women", "People", "Children", "Men", "Leaders", "Workers", "Farmers", "Ministers"]);

    /// <summary>The event's name without article and without an abbreviation in brackets; null where none is named.</summary>
    /// <param name="title">The headline, or null.</param>
    /// <param name="paragraphs">The report's text.</param>
    /// <param name="language">A BCP 47 tag or null.</param>
    public static string? Find(string? title, IReadOnlyList<string> paragraphs, string? language)
    {
        string[] lead = title is null ? [.. paragraphs.Take(Lead)] : [.. paragraphs.Take(Lead), title];
        if (language?.StartsWith("zh", StringComparison.Ordinal) == true)
            return First(lead, ChineseEventName.Find) ?? First(paragraphs.Skip(Lead), ChineseEventName.Find);
        if (language?.StartsWith("fr", StringComparison.Ordinal) == true && (First(lead, FrenchEventName.Find) ?? First(paragraphs.Skip(Lead), FrenchEventName.Find)) is { } french)
            return french;
        return First(lead, text => InEnglish(text, Nouns))
            ?? First(lead, OfPlace)
            ?? First(lead, text => InEnglish(text, LesserNouns))
            ?? First(paragraphs.Skip(Lead), text => InEnglish(text, Nouns))
            ?? First(lead, Club);
    }

    private static string? First(IEnumerable<string> texts, Func<string, string?> find) => texts.Select(find).FirstOrDefault(found => found is not null);

    private static string? InEnglish(string text, FrozenSet<string> nouns)
    {
        var tokens = Token.Split(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsCapital && nouns.Contains(tokens[i].Core) && At(tokens, i, nouns) is { } name)
                return name;
        }
        return null;
    }

    private static string? At(List<Token> tokens, int noun, FrozenSet<string> nouns)
    {
        var start = noun;
        while (start > 0 && noun - start < MostWords && !tokens[start - 1].IsBreak && IsLeft(tokens, start - 1))
            start--;
        while (start < noun && (Speaking.Openers.Contains(tokens[start].Core) && !IsOrdinal(tokens[start].Core) || tokens[start].Core is "and" or "&"))
            start++;
        if (IsOfOffice(tokens, start))
            return null;
        start = OverOn(tokens, start);
        var end = noun + 1;
        if (!tokens[noun].IsBreak && !tokens[noun].IsPossessive && end < tokens.Count && NotEvents.Contains(tokens[end].Core))
            return null;
        for (var i = end; i < tokens.Count && !tokens[i - 1].IsBreak && !tokens[i - 1].IsPossessive; i++)
        {
            if (tokens[i].IsBracketed)
                continue;
            if (Bodies.Contains(tokens[i].Core))
                return null;
            if (!tokens[i].IsCapital && !IsYear(tokens[i].Core))
            {
                end = Complement(tokens, i) is > 0 and var behind ? behind : end;
                break;
            }
            if (nouns.Contains(tokens[i].Core) || IsYear(tokens[i].Core) && i == end)
                end = i + 1;
        }
        var words = tokens[start..end].Where(token => !token.IsBracketed).Select(token => token.Core + (token.IsPossessive ? "'s" : token.IsPlural ? "'" : "")).ToList();
        if (words.Count < 2)
            return null;
        var session = start >= 4 ? SessionInFront(tokens, start) : "";
        return session + string.Join(' ', words);
    }

    private static bool IsLeft(List<Token> tokens, int i) =>
        tokens[i].IsBracketed
        || (tokens[i].IsCapital || IsYear(tokens[i].Core) || tokens[i].Core is [>= '0' and <= '9', ..] && IsOrdinal(tokens[i].Core)) && (!tokens[i].IsPossessive || PossessivesInNames.Contains(tokens[i].Core))
        || tokens[i].Core is "and" or "&" && i > 0 && tokens[i - 1] is { IsCapital: true, IsBreak: false };

    // "chairman of the Farmers' Congress", "the Standing Committee of the Farmers' Congress"
    private static bool IsOfOffice(List<Token> tokens, int start)
    {
        var of = start - (start > 0 && tokens[start - 1].Core is "the" ? 2 : 1);
        return of > 0 && tokens[of].Core is "of" && !tokens[of].IsBreak && !tokens[of - 1].IsBreak
            && (tokens[of - 1].Core is "members" || Speaking.Offices.Contains(tokens[of - 1].Core) || Bodies.Contains(tokens[of - 1].Core));
    }

    // "the Global Alliance on River Data Summit": only words with capitals right behind an article are sure to belong to it.
    private static int OverOn(List<Token> tokens, int start)
    {
        var first = start - 1;
        if (first < 2 || tokens[first] is not { Core: "on", IsBreak: false })
            return start;
        while (first > 0 && start - first < 6 && tokens[first - 1] is { IsCapital: true, IsBreak: false, IsPossessive: false } word && !Speaking.Openers.Contains(word.Core) && !Speaking.Offices.Contains(word.Core))
            first--;
        return first > 0 && first < start - 1 && tokens[first - 1].Core is "the" or "The" ? first : start;
    }

    /// <summary>Behind "of", "on" or "for" and an article, words with capitals: where they end, or 0.</summary>
    private static int Complement(List<Token> tokens, int i)
    {
        var end = 0;
        while (i < tokens.Count && tokens[i].Core is "of" or "on" or "for" && !tokens[i].IsBreak)
        {
            i++;
            while (i < tokens.Count && tokens[i].Core is "the" or "all")
                i++;
            var first = i;
            while (i < tokens.Count && (tokens[i].IsCapital && !Speaking.Openers.Contains(tokens[i].Core) || i > first && tokens[i].Core is "and" or "the" && i + 1 < tokens.Count && tokens[i + 1].IsCapital && !Speaking.Openers.Contains(tokens[i + 1].Core)))
            {
                i++;
                if (tokens[i - 1].IsBreak || tokens[i - 1].IsPossessive)
                    break;
            }
            if (i == first)
                return end;
            end = i;
            if (tokens[i - 1].IsBreak || tokens[i - 1].IsPossessive)
                return end;
        }
        return end;
    }

    // "the 78th session of the UN General Assembly"
    private static string SessionInFront(List<Token> tokens, int start) =>
        tokens[start - 1].Core is "the" && tokens[start - 2].Core is "of" && tokens[start - 3].Core.ToLowerInvariant() is "session" or "meeting" && IsOrdinal(tokens[start - 4].Core)
            ? string.Join(' ', tokens[(start - 4)..start].Select(token => token.Core)) + " "
            : "";

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2';

    private static bool IsOrdinal(string word) => word is [>= '0' and <= '9', _, _, ..] && word[^2..] is "st" or "nd" or "rd" or "th"
        || word.ToLowerInvariant() is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "ninth" or "tenth";

    // "the G7 summit in Hiroshima", "the Bletchley Park AI safety summit"
    private static string? OfPlace(string text)
    {
        var tokens = Token.Split(text);
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Core is not ("summit" or "conference" or "forum" or "congress"))
                continue;
            var start = i;
            while (start > 0 && i - start < 5 && !tokens[start - 1].IsBreak && (IsLeft(tokens, start - 1) || tokens[start - 1].Core is "safety" or "climate" or "annual" or "ministerial" or "digital" or "world" or "global" or "leaders"))
                start--;
            while (start < i && Speaking.Openers.Contains(tokens[start].Core))
                start++;
            if (start < i && tokens[start..i].Any(token => token.IsCapital && !token.IsPossessive && !Speaking.Offices.Contains(token.Core)))
                return string.Join(' ', tokens[start..(i + 1)].Select(token => token.Core));
        }
        return null;
    }

    private static string? Club(string text) => Clubs().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"\b(G7|G8|G20|G77|BRICS|COP[0-9]{1,2}|APEC|ASEAN)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Clubs();
}

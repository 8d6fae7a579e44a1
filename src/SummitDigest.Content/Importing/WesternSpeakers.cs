namespace SummitDigest.Content.Importing;

/// <summary>
/// Finds who speaks in an English or French report: runs of words with capitals that stand beside an office ("President",
/// "secrétaire général") or a verb of speaking. What stands in quotation marks names nobody.
/// </summary>
internal sealed class WesternSpeakers
{
    // "Ama Mensah, minister of water and sanitation of the Republic of Ghana, told": the words between commas.
    private const int LongestApposition = 30;

    // "minister for water, land and the climate of Ghana", in words.
    private const int LongestOffice = 8;

    private static readonly HashSet<string> Inverting =
        ["said", "says", "according", "adds", "added", "déclaré", "dit", "affirmé", "estimé", "indiqué", "souligné", "expliqué", "ajouté", "assuré", "prévenu", "rappelé", "lancé", "selon", "conclu", "annoncé", "averti", "plaidé", "insisté", "martelé", "précisé", "confié", "noté", "regretté", "observé", "promis"];

    // "on Thursday last week, June 6, 2024, also told", in words; a list of days is longer.
    private const int MostBetween = 12;

    private readonly List<Person> _people = [];

    /// <summary>The people of a report, in order of their first mention.</summary>
    public static IReadOnlyList<Person> Find(IEnumerable<string> paragraphs)
    {
        var speakers = new WesternSpeakers();
        var number = 0;
        foreach (var paragraph in paragraphs)
            speakers.Read(Token.Split(paragraph), number++);
        return speakers._people;
    }

    private void Read(List<Token> tokens, int paragraph)
    {
        for (var i = 0; i < tokens.Count;)
        {
            var end = RunEnd(tokens, i);
            if (end > i && !tokens[i].IsQuoted)
                ReadRun(tokens, i, end, paragraph);
            i = Math.Max(end, i + 1);
        }
    }

    // Words with capitals, particles between them, up to a mark or a possessive.
    private static int RunEnd(List<Token> tokens, int start)
    {
        var end = start;
        for (var i = start; i < tokens.Count; i++)
        {
            if (tokens[i].IsCapital)
                end = i + 1;
            else if (end == start || !PersonNames.IsParticle(tokens[i].Core))
                break;
            // "AMA MENSAH (Ghana) said"
            if (tokens[i].IsBreak || tokens[i].IsPossessive || i + 1 < tokens.Count && tokens[i + 1].IsBracketed != tokens[i].IsBracketed)
                break;
        }
        return end;
    }

    private void ReadRun(List<Token> tokens, int start, int end, int paragraph)
    {
        var office = -1;
        for (var i = start; i < end; i++)
        {
            if (Speaking.Offices.Contains(tokens[i].Core) || Speaking.Honorifics.Contains(tokens[i].Core))
                office = i;
        }
        var first = office < 0 ? start : office + 1;
        while (office < 0 && first < end && (Speaking.Openers.Contains(tokens[first].Core) || IsAcronym(tokens[first].Core) && !(first + 1 < end && IsInCapitals(tokens[first + 1].Core))))
            first++;
        if (first >= end || tokens[first].IsQuoted)
            return;
        var verb = tokens[end - 1].IsPossessive ? -1 : VerbBehind(tokens, end);
        var speaks = verb >= 0 || !tokens[end - 1].IsPossessive && IsInverted(tokens, start);
        var name = tokens[first..end].ConvertAll(token => token.Core);
        var person = Known(name);
        if (person is null && _people.Count < Person.Most && IsNewPerson(tokens, office, first, end, name, speaks))
            _people.Add(person = new(string.Join(' ', name.Select(PersonNames.Part))));
        if (speaks)
            person?.Speak(paragraph, isKeynote: verb >= 0 && IsKeynote(tokens, verb));
    }

    private static bool IsNewPerson(List<Token> tokens, int office, int first, int end, List<string> name, bool speaks)
    {
        var hasOffice = office >= 0 || HasOfficeBefore(tokens, first) || HasOfficeBehind(tokens, end);
        // "President Yang" is enough of a name, "Mr. Yang" is not.
        var mayBeSingle = office >= 0 && !Speaking.Honorifics.Contains(tokens[office].Core);
        return (hasOffice || speaks) && IsName(name, hasOffice, mayBeSingle) && (office >= 0 || !(IsArticled(tokens, first) || IsOfOffice(tokens, first)));
    }

    /// <summary>Somebody named before: the whole name, or a part of it alone as later mentions have it.</summary>
    private Person? Known(List<string> name)
    {
        var folded = Person.Fold(string.Join(' ', name));
        return _people.Find(person => person.Folded == folded)
            ?? (name.Count == 1 ? _people.FindLast(person => person.Folded.EndsWith($" {folded}", StringComparison.Ordinal) || person.Folded.StartsWith($"{folded} ", StringComparison.Ordinal)) : null);
    }

    private static bool IsName(List<string> name, bool hasOffice, bool mayBeSingle)
    {
        var words = name.Where(word => !PersonNames.IsParticle(word)).ToList();
        return words.Count >= (mayBeSingle ? 1 : 2) && words.Count <= 4 && words[^1].Length > 1
            && words.TrueForAll(word => word.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.' or '‑') && !Speaking.Openers.Contains(word))
            && !words.Exists(word => Speaking.Institutions.Contains(word) && !(hasOffice && word == words[^1] && words.Count > 1 && mayBeSingle))
            && !words.TrueForAll(IsAcronym);
    }

    private static bool IsAcronym(string word) => word.Length <= 4 && IsInCapitals(word);

    private static bool IsInCapitals(string word) => word.Length > 1 && word.All(char.IsUpper);

    private static bool IsArticled(List<Token> tokens, int first) => first > 0 && !tokens[first - 1].IsBreak && tokens[first - 1].Core.ToLowerInvariant() is "the" or "a" or "an" or "la" or "les" or "des" or "du";

    // "Minister of Water Ama Mensah": nothing says where the office ends and the name begins.
    private static bool IsOfOffice(List<Token> tokens, int first)
    {
        var isOf = false;
        for (var i = first - 1; i >= 0 && i >= first - LongestOffice && !tokens[i].IsBreak; i--)
        {
            if (Speaking.Offices.Contains(tokens[i].Core))
                return isOf;
            var word = tokens[i].Core.ToLowerInvariant();
            isOf |= word is "of" or "for" or "de" or "du" or "des";
            if (!isOf && !tokens[i].IsCapital && word is not ("and" or "et" or "the" or "la"))
                return false;
        }
        return false;
    }

    // "le président sénégalais Abdoulaye Wade"; "the minister of water, Ama Mensah".
    private static bool HasOfficeBefore(List<Token> tokens, int first)
    {
        var isBehindComma = first > 0 && tokens[first - 1] is { HasComma: true, EndsSentence: false };
        for (var i = first - 1; i >= 0 && i >= first - (isBehindComma ? 10 : 3); i--)
        {
            if (tokens[i].EndsSentence || tokens[i].HasComma && i < first - 1 || !isBehindComma && tokens[i].IsBreak)
                return false;
            if (Speaking.Offices.Contains(tokens[i].Core))
                return true;
        }
        return false;
    }

    // "Ama Mensah, Ghana's minister of water,"
    private static bool HasOfficeBehind(List<Token> tokens, int end)
    {
        if (!tokens[end - 1].HasComma)
            return false;
        for (var i = end; i < tokens.Count && i < end + 4; i++)
        {
            if (Speaking.Offices.Contains(tokens[i].Core))
                return true;
            if (tokens[i].IsBreak)
                return false;
        }
        return false;
    }

    // Where a verb of speaking stands behind a name; -1 where none does.
    private static int VerbBehind(List<Token> tokens, int end)
    {
        if (tokens[end - 1].EndsSentence)
            return -1;
        var i = end;
        // "(Ghana)"
        while (i < tokens.Count && tokens[i].IsBracketed)
            i++;
        if (VerbAt(tokens, i) is >= 0 and var verb)
            return verb;
        if (!tokens[i - 1].HasComma)
            return -1;
        // ", minister of water," has no comma in it; ", who spoke in Accra, Ghana," may.
        var isClause = i < tokens.Count && tokens[i].Core is "who" or "qui";
        for (var close = i; close < tokens.Count && close < i + LongestApposition && !tokens[close].EndsSentence; close++)
        {
            if (!tokens[close].HasComma)
                continue;
            if (VerbAt(tokens, close + 1) is >= 0 and var behind)
                return behind;
            if (!isClause)
                break;
        }
        return -1;
    }

    private static int VerbAt(List<Token> tokens, int i)
    {
        // "of Senegal", "du Ghana"
        if (i < tokens.Count && tokens[i].Core is "of" or "du" or "de")
        {
            do
                i++;
            while (i < tokens.Count && !tokens[i - 1].IsBreak && (tokens[i].IsCapital || tokens[i].Core is "the" or "la"));
        }
        // "on Thursday, Feb. 2, 2024, told": only a month may have a full stop.
        var last = Math.Min(tokens.Count, i + MostBetween);
        while (i < last && (Speaking.Between.Contains(tokens[i].Core) && !tokens[i].EndsSentence || Speaking.Months.Contains(tokens[i].Core) && tokens[i].IsCapital || tokens[i].Core is { Length: > 0 and <= 4 } number && number.All(char.IsAsciiDigit)))
            i++;
        return i < tokens.Count && !tokens[i].IsCapital && Speaking.Verbs.Contains(tokens[i].Core) ? i : -1;
    }

    // "gave the keynote speech", "delivered the opening keynote"
    private static bool IsKeynote(List<Token> tokens, int verb) =>
        tokens[verb].Core is "gave" or "gives" or "delivered" or "delivers" && tokens.Skip(verb + 1).Take(3).Select(token => token.Core).ToList() is ["the", .. var speech] && speech.Contains("keynote");

    // "…", said President Ama Mensah; a déclaré mercredi la ministre Awa Diop
    private static bool IsInverted(List<Token> tokens, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - 5 && !tokens[i].IsBreak; i--)
        {
            if (Inverting.Contains(tokens[i].Core.ToLowerInvariant()))
                return true;
            if (tokens[i].Core is "à" or "that" or "que" or "by" or "par" or "and" or "et")
                return false;
        }
        return false;
    }
}

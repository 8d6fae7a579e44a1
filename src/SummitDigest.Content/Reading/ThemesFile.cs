using System.Collections.Immutable;
using System.Globalization;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming;

namespace SummitDigest.Content.Reading;

/// <summary>Reads <c>themes.yml</c>: the themes, and the lexicon by which passages find them.</summary>
public static class ThemesFile
{
    /// <summary>The file's name in the content folder.</summary>
    public const string Name = "themes.yml";

    private const int MostPoints = 9;

    /// <summary>
    /// Reads the file. Its form:
    /// <code>
    /// occasion:                    words of ceremony and logistics, by language
    ///   en:
    ///     2: [opening ceremony, coffee break]
    /// themes:
    ///   rivers:                    the theme's id
    ///     title: Rivers            required
    ///     colour: blue             required, one of Theme.Colours
    ///     definition: Water ...    required, one paragraph
    ///     includes: [floods]
    ///     excludes: [the sea]
    ///     aliases: [streams]       ids that the theme once had
    ///     terms:                   by language, then by points from -9 to 9
    ///       en:
    ///         3: [river*, flood plain*]      a word that ends in * is a stem
    ///         0: [river of tears]            hides what it matches
    ///         -2: [ocean*]                   speaks against the theme
    /// </code>
    /// </summary>
    /// <returns>Null where the file is no good; <paramref name="problems"/> has every reason.</returns>
    internal static ThemeScorer? Read(TextFile file, ProblemList problems)
    {
        if (YamlTree.Read(file.Text, linesBefore: 0, problems) is not { } yaml)
            return null;
        var fields = new YamlFields(yaml, problems);
        var terms = new List<(string Language, LexiconTerm Term)>();
        ReadTerms(theme: null, fields.Map("occasion"), terms, problems);
        var themes = ReadThemes(fields.Map("themes"), terms, problems);
        fields.ReportUnknown();
        if (themes.IsEmpty && !problems.HasErrors)
            problems.Error("themes-missing", fields.Position, "The file names no theme.", "Add \"themes:\" and under it, indented, the id of a theme.");
        var counting = TermFaults.LeaveOut(terms.ToLookup(pair => pair.Language, pair => pair.Term, StringComparer.Ordinal), problems);
        return problems.HasErrors ? null : new(themes, counting, file.Text);
    }

    /// <summary>Reads another file than a library's own: the one before a change, to compare.</summary>
    /// <returns>No theming where the file is no good; the problems have every reason.</returns>
    public static (ThemeScorer? Theming, ImmutableArray<Problem> Problems) Read(string path, ContentLimits limits)
    {
        var problems = new ProblemList(path.Replace('\\', '/'));
        if (!File.Exists(path))
            problems.Error("file-missing", SourcePosition.Start, "There is no such file.", "Name a file such as content/themes.yml.");
        else if (TextFile.Read(path, limits, problems) is { } file)
            return (Read(file, problems), [.. problems.Problems]);
        return (null, [.. problems.Problems]);
    }

    /// <summary>The same for the bytes of a file that is not on the disk.</summary>
    /// <param name="name">For <see cref="Problem.File"/>.</param>
    public static (ThemeScorer? Theming, ImmutableArray<Problem> Problems) Read(ReadOnlySpan<byte> bytes, string name)
    {
        var problems = new ProblemList(name);
        return TextFile.FromBytes(bytes, problems) is { } file ? (Read(file, problems), [.. problems.Problems]) : (null, [.. problems.Problems]);
    }

    private static ImmutableArray<Theme> ReadThemes(YamlMap? map, List<(string, LexiconTerm)> terms, ProblemList problems)
    {
        var themes = ImmutableArray.CreateBuilder<Theme>();
        var taken = (map?.Entries ?? []).Select(entry => entry.Key.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (ContentId.TryCreate(key.Value) is not { } id || key.Value == Theme.None)
                problems.Error("id-invalid", key.Position, $"{ProblemList.Quote(key.Value)} cannot be a theme's id.", ContentId.Rule);
            else if (value is not YamlMap theme)
                problems.Error("field-type", value.Position, $"The theme \"{id}\" has no fields.", "Write \"title: ...\" and the other fields on lines of their own, indented.");
            else if (ReadTheme(id, new(theme, problems), taken, terms, problems) is { } read)
                themes.Add(read);
        }
        return themes.ToImmutable();
    }

    private static Theme? ReadTheme(ContentId id, YamlFields fields, HashSet<string> taken, List<(string, LexiconTerm)> terms, ProblemList problems)
    {
        var title = ValueSlips.WordsOf(fields.RequiredText("title", "Rivers"), problems);
        var colour = fields.RequiredText("colour", Theme.Colours[0]);
        if (colour is not null && !Theme.Colours.Contains(colour.Value))
            problems.Error("colour-unknown", colour.Position, $"No colour is called {ProblemList.Quote(colour.Value)}.", DidYouMean.Sentence(colour.Value, Theme.Colours));
        var definition = ValueSlips.WordsOf(fields.RequiredText("definition", "One paragraph that says what the theme is."), problems);
        var includes = fields.Texts("includes").Select(text => text.Value);
        var excludes = fields.Texts("excludes").Select(text => text.Value);
        var aliases = ReadAliases(fields, taken, problems);
        ReadTerms(id, fields.Map("terms"), terms, problems);
        fields.ReportUnknown();
        return title is null || colour is null || definition is null
            ? null
            : new(id, title, colour.Value, definition, [.. includes], [.. excludes]) { Aliases = aliases };
    }

    // As with a speech's, each leads to one theme.
    private static ImmutableArray<ContentId> ReadAliases(YamlFields fields, HashSet<string> taken, ProblemList problems)
    {
        var aliases = ImmutableArray.CreateBuilder<ContentId>();
        foreach (var text in fields.Texts("aliases"))
        {
            if (YamlFields.Id(text, problems) is not { } alias)
                continue;
            if (!taken.Add(alias.Value))
                problems.Error("alias-taken", text.Position, $"The alias \"{alias}\" is the id of a theme, or is given twice.", "Remove it; write the ids that the theme had before.");
            aliases.Add(alias);
        }
        return aliases.ToImmutable();
    }

    private static void ReadTerms(ContentId? theme, YamlMap? languages, List<(string, LexiconTerm)> terms, ProblemList problems)
    {
        foreach (var (language, value) in languages?.Entries ?? [])
        {
            if (language.Value.Length is not (2 or 3) || !language.Value.All(char.IsAsciiLetterLower))
            {
                problems.Error("language-invalid", language.Position, $"{ProblemList.Quote(language.Value)} is not a language.", "Write its code of two or three lower-case letters, such as en, fr or zh.");
                continue;
            }
            if (value is not YamlMap points)
            {
                problems.Error("field-type", value.Position, $"\"{language.Value}\" has no terms.", "Write the points, a colon and the terms, such as \"2: [river*, flood plain*]\".");
                continue;
            }
            var seen = new Dictionary<string, LexiconTerm>(StringComparer.Ordinal);
            foreach (var (key, list) in points.Entries)
                ReadTermsWorth(key, list, seen);

            void ReadTermsWorth(YamlText key, YamlNode list, Dictionary<string, LexiconTerm> known)
            {
                if (!int.TryParse(key.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight) || Math.Abs(weight) > MostPoints)
                    problems.Error("points-invalid", key.Position, $"{ProblemList.Quote(key.Value)} is not a number of points.", "Write a whole number from -9 to 9.");
                foreach (var text in Texts(list))
                {
                    if (LexiconTerm.TryCreate(theme, text.Value, weight, text.Position) is not { } term)
                        problems.Warning("term-invalid", text.Position, $"{ProblemList.Quote(text.Value)} cannot be a term.", $"Write 1 to {LexiconTerm.MaxWords} words.");
                    else if (!known.TryAdd(term.Key, term))
                        TermFaults.ReportTwice(term, known[term.Key], problems);
                    else
                        terms.Add((language.Value, term));
                }
            }
        }

        IEnumerable<YamlText> Texts(YamlNode node)
        {
            if (node is not YamlList list)
            {
                problems.Error("field-type", node.Position, "The terms must be a list.", "Write them in square brackets, with commas between them.");
                return [];
            }
            foreach (var item in list.Items.Where(item => item is not YamlText))
                problems.Error("field-type", item.Position, "A term must be a text.", "Write each term as words.");
            return list.Items.OfType<YamlText>();
        }
    }
}

using SummitDigest.Content.Problems;
using static System.FormattableString;

namespace SummitDigest.Content.Permalinks;

/// <summary>Holds the ledger against a library: addresses that lead nowhere any more and were not withdrawn, those that were and are back, and those that it does not have yet.</summary>
internal static class LedgerCheck
{
    private const int MostNamed = 5;

    /// <summary>A warning for each, at its line of the ledger. Where a whole speech is gone, one.</summary>
    public static IReadOnlyList<Problem> Of(Library library)
    {
        var problems = new ProblemList(library.Ledger.File);
        foreach (var published in library.Ledger.Speeches)
            CheckSpeech(library, published, problems);
        CheckThemes(library, problems);
        // Without a ledger nobody wants one, and without themes sections have not the addresses that they will have.
        if (!library.Ledger.Speeches.IsEmpty && !library.Themes.IsEmpty)
            ReportUnlisted(library, problems);
        return problems.Problems;
    }

    private static void CheckSpeech(Library library, PublishedSpeech published, ProblemList problems)
    {
        if (published.IsWithdrawn)
        {
            if (library.FindSpeech(published.Slug.Value) is not null)
                ReportBack($"The speech \"{published.Slug}\"", $"it is another speech than {ProblemList.Quote(published.Title)}, rename its file", published.Position, problems);
            return;
        }
        if (library.IsMissing(published))
        {
            problems.Warning("permalink-lost", published.Position, $"The speech \"{published.Slug}\" was published, and is not here any more.",
                $"Put its file back; if that has another name now, write \"aliases: [{published.Slug}]\" into it; if the speech was taken out on purpose, write \"withdrawn\" in front of this line.");
            return;
        }
        foreach (var id in published.Ids)
        {
            var name = $"The {(id.IsSection ? "section" : "passage")} \"{id.Id}\" of \"{published.Slug}\"";
            switch (library.Find(published.Slug.Value, id.Id.Value))
            {
                case Permalink.Gone when !id.IsWithdrawn:
                    problems.Warning("permalink-lost", id.Position, $"{name} was published, and nothing has this id any more.", Fix(id));
                    break;
                case Permalink.Here when id.IsWithdrawn:
                // Under a former name of the speech it leads to the same id under the name of now.
                case Permalink.Moved(_, var now) when id.IsWithdrawn && now == id.Id:
                    ReportBack(name, "it is something else, give it another id", id.Position, problems);
                    break;
            }
        }
    }

    private static void CheckThemes(Library library, ProblemList problems)
    {
        var themes = library.Ledger.Themes;
        // Of a library without any, themes.yml is at fault. Ledgers from before themes were listed pass until check --fix adds them.
        if (library.Themes.IsEmpty || themes.IsEmpty)
            return;
        foreach (var published in themes)
        {
            var isHere = (library.FindTheme(published.Id.Value) ?? library.FindFormerTheme(published.Id.Value)) is not null;
            if (isHere && published.IsWithdrawn)
                ReportBack($"The theme \"{published.Id}\"", "it is something else, give it another id", published.Position, problems);
            else if (!isHere && !published.IsWithdrawn)
                problems.Warning("permalink-lost", published.Position, $"The theme \"{published.Id}\" was published, and is not here any more.",
                    $"If another one took its place, write \"aliases: [{published.Id}]\" into that in themes.yml; if the theme was taken out on purpose, write \"withdrawn\" in front of this line.");
        }
        foreach (var added in library.Ledger.With(library).Themes.Skip(themes.Length))
            ReportUnlisted(themes[^1].Position, $"The theme \"{added.Id}\" is", "it", problems);
    }

    private static void ReportUnlisted(Library library, ProblemList problems)
    {
        var speeches = library.Ledger.With(library).Speeches;
        // What is lost comes first; some of what is new may be what is lost.
        var unlisted = speeches.Where(speech => library.Ledger.Find(speech.Slug) is null && !library.MayBeMissing(library.FindSpeech(speech.Slug.Value)!)).Select(speech => $"\"{speech.Slug}\"").ToList();
        var named = $"{string.Join(", ", unlisted.Take(MostNamed))}{(unlisted.Count > MostNamed ? " …" : "")}";
        if (unlisted.Count == 1)
            ReportUnlisted(SourcePosition.Start, $"The speech {named} is", "it", problems);
        else if (unlisted.Count > 1)
            ReportUnlisted(SourcePosition.Start, Invariant($"{unlisted.Count} speeches: {named} are"), "them", problems);
        foreach (var speech in speeches)
        {
            if (library.Ledger.Find(speech.Slug) is not { } listed || speech.Ids.Length == listed.Ids.Length || (library.FindSpeech(speech.Slug.Value) is { } now && library.HasLost(now)))
                continue;
            var count = speech.Ids.Length - listed.Ids.Length;
            if (count == 1)
                ReportUnlisted(listed.Position, $"1 address of the speech \"{speech.Slug}\" is", "it", problems);
            else
                ReportUnlisted(listed.Position, Invariant($"{count} addresses of the speech \"{speech.Slug}\" are"), "them", problems);
        }
    }

    private static void ReportUnlisted(SourcePosition position, string whatIs, string it, ProblemList problems) =>
        problems.Warning("permalink-unlisted", position, $"{whatIs} not in this list yet, so nothing would be said if links to {it} broke.",
            "Run check --fix before you publish: it writes ids into files and their lines into this one.");

    private static void ReportBack(string name, string ifOther, SourcePosition position, ProblemList problems) =>
        problems.Warning("permalink-back", position, $"{name} is withdrawn by this line and here all the same, so nothing would be said if links to it broke.",
            $"If it is what was published, remove \"withdrawn\" in front of the line; if {ifOther}.");

    private static string Fix(PublishedId id)
    {
        var ifMoved = $"write \"moved: {{ {id.Id}: p1 }}\" into the speech, and for p1 the id of what took its place";
        var ifGone = "if it was taken out on purpose, write \"withdrawn\" in front of this line";
        return id.IsSection ? $"If others took its place, {ifMoved}; {ifGone}." : $"Put ^{id.Id} back at the end of its passage; if its text is in another passage now, {ifMoved}; {ifGone}.";
    }
}

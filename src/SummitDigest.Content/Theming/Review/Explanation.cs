using System.Collections.Immutable;
using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Theming.Review;

/// <summary>Why passages have their themes: of the whole library, of a speech, of a section or of one passage.</summary>
/// <param name="Passages">Newest speech first, then in speaking order.</param>
/// <param name="Fault">Where nothing has the address that was asked for: what is wrong, and what to type. Null otherwise.</param>
public sealed record Explanation(ImmutableArray<ExplainedPassage> Passages, string? Fault)
{
    /// <summary>Explains every passage.</summary>
    public static Explanation Of(Library library) => new([.. library.Speeches.SelectMany(speech => All(library, speech, speech.Passages))], Fault: null);

    /// <summary>Explains what has an address.</summary>
    /// <param name="address">
    /// As in the site's addresses: <c>river-conference-2024</c> for a speech, <c>river-conference-2024/p7</c> or
    /// <c>river-conference-2024#p7</c> for a section or passage. Former addresses lead to what is there now.
    /// </param>
    public static Explanation Of(Library library, string address)
    {
        if (address.Split('/', '#') is not [var slug, .. var rest] || rest.Length > 1)
            return new([], $"{ProblemList.Quote(address)} is no address of a speech or passage. Write one such as river-conference-2024 or river-conference-2024/p7.");
        var speech = library.FindSpeech(slug) ?? (library.FindFormer(slug) as Permalink.Moved)?.Speech;
        if (speech is null)
            return new([], $"No speech is called {ProblemList.Quote(slug)}. {DidYouMean.Sentence(slug, library.Speeches.Select(known => known.Slug.Value))}");
        if (rest is not [var id])
            return new(All(library, speech, speech.Passages), Fault: null);
        return library.Find(slug, id) switch
        {
            Permalink.Moved(var now, { } nowId) => Of(library, $"{now.Slug}/{nowId}"),
            Permalink.Here(_, var section, var passage) => new(All(library, speech, passage is null ? section.Passages : [passage]), Fault: null),
            _ => new([], $"The speech \"{speech.Slug}\" has no passage or section {ProblemList.Quote(id)}. {DidYouMean.Sentence(id, Ids(speech))}"),
        };
    }

    /// <summary>Explains the passages of a speech's file that is not published yet, and may have mistakes.</summary>
    /// <param name="library">Whose themes count.</param>
    /// <param name="slug">The speech's name.</param>
    /// <param name="markdown">The file's text.</param>
    public static Explanation OfDraft(Library library, ContentId slug, string markdown, ContentLimits limits)
    {
        var name = $"{slug}.md";
        var draft = new SpeechReader(library.Theming, library.Ledger, limits).Read(slug, name, TextFile.FromText(markdown), new ProblemList(name))?.Speech;
        return new(draft is null ? [] : All(library, draft, draft.Passages), Fault: null);
    }

    private static ImmutableArray<ExplainedPassage> All(Library library, Speech speech, IEnumerable<Passage> passages) =>
        [.. passages.Select(passage => ExplainedPassage.Of(library, speech, passage))];

    private static IEnumerable<string> Ids(Speech speech) =>
        speech.Ids.Select(known => known.Value);
}

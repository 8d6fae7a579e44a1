using System.Collections.Immutable;
using SummitDigest.Content.Citing;

namespace SummitDigest.Content.Permalinks;

/// <summary>The endings behind the address of a speech, section or passage under which it is a file, without the full stop in front.</summary>
public static class FileEndings
{
    /// <summary>A speech's text in one form or another.</summary>
    public const string Markdown = "md", Json = "json", PlainText = "txt", AkomaNtoso = "akn.xml";

    /// <summary>A citation, of a section or passage, too.</summary>
    public const string BibTeX = "bib", Ris = "ris", CslJson = "csl.json";

    /// <summary>Those of a speech's text.</summary>
    public static ImmutableArray<string> Texts { get; } = [Markdown, Json, PlainText, AkomaNtoso];

    private static ImmutableArray<string> First { get; } = [BibTeX, Ris, CslJson];

    private static ImmutableArray<string> Both { get; } = [.. First, .. First.Select(OfSpeech)];

    /// <summary>The ending for a citation of the speech itself, where the report of it can be cited too.</summary>
    public static string OfSpeech(string ending) => $"speech.{ending}";

    /// <summary>Those of a speech's citations.</summary>
    /// <param name="speech">Null for one that is gone: nobody knows any more whether there was a speech behind its report to cite.</param>
    public static ImmutableArray<string> Citations(Speech? speech) => speech is null || Citation.Works(speech).Length > 1 ? Both : First;

    /// <summary>All endings that exist behind an address.</summary>
    /// <param name="id">That of a section or passage; null for the speech itself.</param>
    public static IEnumerable<string> Of(Speech speech, ContentId? id) => id is null ? [.. Texts, .. Citations(speech)] : Citations(speech);

    /// <summary>The last name of an address without its ending, and that: <c>x.speech.bib</c> is a file of x, since no id has a full stop.</summary>
    /// <returns>Null for the ending of a page.</returns>
    public static (string Name, string? Ending) Part(string name) => name.Split('.', 2) is [var id, var ending] ? (id, ending) : (name, null);
}

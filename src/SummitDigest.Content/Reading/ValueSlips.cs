using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>Warns of words in front matter that are not read as they look.</summary>
internal static class ValueSlips
{
    /// <summary>The words, or null where there are none.</summary>
    public static string? WordsOf(YamlText? text, ProblemList problems)
    {
        if (text?.Hash is { } hash)
            problems.Warning("hash-unread", hash, "From this hash on the line is not read.", "Put the whole value in straight quotation marks (\"…\"); where a note of yours begins here, put a second blank in front of it.");
        if (text is { IsPlain: true } plain && IsInCurlyMarks(plain.Value))
            problems.Warning("quotes-curly", plain.Position, "These quotation marks are curly, so the page shows them with the value.", "Type straight ones (\"…\") in their place, or around them where the value is a quotation.");
        return text?.Value;
    }

    // One quotation and nothing else: “A” and “B” begin and end alike.
    private static bool IsInCurlyMarks(string value) =>
        value is ['“' or '„' or '«', .. var inner, '”' or '“' or '»'] && !inner.AsSpan().ContainsAny("“”„«»")
        || value is ['‘' or '‚', .. var innerOfSingle, '’' or '‘'] && !innerOfSingle.Contains('‘');
}

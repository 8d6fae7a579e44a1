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
        return text?.Value;
    }
}

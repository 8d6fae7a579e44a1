namespace SummitDigest.Search.Analysis;

/// <summary>One word of a text as it is searched for.</summary>
/// <param name="Word">The folded form.</param>
/// <param name="Position">Place among the words of the text, from 0; a compound joined up has the place of its first part.</param>
/// <param name="Start">Where it stands in the text, in UTF-16 units.</param>
/// <param name="End">Where the next character after it stands.</param>
/// <param name="IsJoined">Whether this is a compound joined up, beside its parts: "cyberspace" of "cyber-space".</param>
public readonly record struct Token(string Word, int Position, int Start, int End, bool IsJoined);

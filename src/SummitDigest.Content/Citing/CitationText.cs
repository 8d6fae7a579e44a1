using System.Collections.Immutable;
using System.Text;

namespace SummitDigest.Content.Citing;

/// <summary>
/// Puts the text of a citation together: never a blank at the start, and a full stop only where the text does not end in a
/// mark of its own, so that a missing part leaves nothing dangling.
/// </summary>
internal sealed class CitationText
{
    // The full stops, question and exclamation marks of Latin, Chinese, Arabic and Hindi; an ellipsis ends a sentence too.
    private const string Ends = ".?!…。．？！؟۔।";
    private const string Openers = "([{—–-/";
    private static readonly char[] ClosingQuotes = ['’', '”', '"'];

    private readonly List<TextPiece> _pieces = [];

    /// <summary>Adds text after a blank; nothing where there is none.</summary>
    public CitationText Add(string? text, bool isItalic = false)
    {
        if (string.IsNullOrEmpty(text))
            return this;
        if (_pieces.Count > 0)
            Append(" ", isItalic: false);
        Append(text, isItalic);
        return this;
    }

    /// <summary>Closes a sentence, inside double quotation marks where it ends in them.</summary>
    public CitationText Stop()
    {
        if (_pieces is not [.., var last] || EndsSentence(last.Text))
            return this;
        var body = last.Text.TrimEnd('”', '"');
        if (body.Length == last.Text.Length)
            Append(".", isItalic: false);
        else
            _pieces[^1] = last with { Text = $"{body}.{last.Text[body.Length..]}" };
        return this;
    }

    /// <summary>Adds text after a comma, which is left out at the start and after one inside quotation marks; nothing where there is no text.</summary>
    public CitationText Next(string? text, bool isItalic = false)
    {
        if (string.IsNullOrEmpty(text))
            return this;
        if (_pieces is [.., var last] && !last.Text.TrimEnd(ClosingQuotes).EndsWith(','))
            Append(",", isItalic: false);
        return Add(text, isItalic);
    }

    /// <summary>The parts, those that are missing left out, with commas between them.</summary>
    public static string? List(params IEnumerable<string?> parts)
    {
        var list = string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return list.Length == 0 ? null : list;
    }

    /// <summary>A title in double quotation marks, with a mark inside them as Americans do: “Water for all.”</summary>
    /// <param name="mark">A full stop or comma; null where the sentence goes on without one.</param>
    public static string Quoted(string title, char? mark) =>
        title.Length == 0 ? "" : $"“{WithMark(SingleQuotes(title), mark)}”";

    /// <summary>The pieces so far.</summary>
    public ImmutableArray<TextPiece> Pieces => [.. _pieces];

    private static bool EndsSentence(string text) => text.TrimEnd(ClosingQuotes) is [.., var last] && Ends.Contains(last);

    // The mark goes inside the title's own closing quotation marks too. A full stop is not added to another mark; a comma is,
    // but for a comma (Chicago: “Are You a Doctor?,”).
    private static string WithMark(string title, char? mark)
    {
        if (mark is not { } end || (end == '.' && EndsSentence(title)))
            return title;
        var body = title.TrimEnd('’');
        // An apostrophe without an opening mark is the end of a word ("the speakers’").
        if (!body.Contains('‘', StringComparison.Ordinal))
            body = title;
        return body.EndsWith(end) ? title : body + end + title[body.Length..];
    }

    // A title's own quotation marks, inside ours: double ones become single, and straight ones and apostrophes bent like ours.
    private static string SingleQuotes(string title)
    {
        var text = new StringBuilder(title.Length);
        foreach (var c in title)
        {
            text.Append(c switch
            {
                '“' or '„' => '‘',
                '”' => '’',
                '"' or '\'' => text.Length == 0 || char.IsWhiteSpace(text[^1]) || Openers.Contains(text[^1]) ? '‘' : '’',
                _ => c,
            });
        }
        return text.ToString();
    }

    private void Append(string text, bool isItalic)
    {
        if (_pieces is [.., var last] && last.IsItalic == isItalic)
            _pieces[^1] = last with { Text = last.Text + text };
        else
            _pieces.Add(new(text, isItalic));
    }
}

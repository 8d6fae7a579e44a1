namespace SummitDigest.Content.Citing;

/// <summary>A run of a citation's text, upright or italic.</summary>
/// <param name="Text">Plain text, not HTML; never empty.</param>
public sealed record TextPiece(string Text, bool IsItalic)
{
    /// <summary>The text of all pieces, for a clipboard that knows no italics.</summary>
    public static string Plain(IEnumerable<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}

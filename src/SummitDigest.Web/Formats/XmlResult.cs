using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SummitDigest.Web.Formats;

/// <summary>Answers with an XML document, in UTF-8 and without a byte order mark.</summary>
internal static class XmlResult
{
    // Halves of pairs among them, which are looked at one by one where a text has any.
    private static readonly SearchValues<char> Unclean = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(character => !XmlConvert.IsXmlChar(character))]);

    /// <summary>The document with this media type.</summary>
    /// <param name="indent">False where white space would become part of the text.</param>
    public static IResult Of(XDocument document, string mediaType, bool indent = true) => Results.Bytes(Bytes(document, indent), $"{mediaType}; charset=utf-8");

    /// <summary>
    /// The document as it is sent. What XML 1.0 has no place for (section 2.2: control characters, U+FFFE, half a surrogate
    /// pair) is dropped here, once for all texts and attributes, so that no report can break a document.
    /// </summary>
    public static byte[] Bytes(XDocument document, bool indent = true)
    {
        foreach (var element in document.Descendants())
        {
            foreach (var attribute in element.Attributes().Where(attribute => !IsClean(attribute.Value)))
                attribute.Value = Clean(attribute.Value);
            foreach (var text in element.Nodes().OfType<XText>().Where(text => !IsClean(text.Value)))
                text.Value = Clean(text.Value);
        }
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = indent, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(stream, settings))
            document.Save(writer);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The text without the characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        }
        return clean.ToString();
    }

    private static bool IsClean(string text) => !text.AsSpan().ContainsAny(Unclean);
}

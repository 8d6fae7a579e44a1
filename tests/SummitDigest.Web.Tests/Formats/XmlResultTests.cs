using System.Text;
using System.Xml.Linq;
using SummitDigest.Web.Formats;

namespace SummitDigest.Web.Tests.Formats;

/// <summary>XML that no text can break.</summary>
public sealed class XmlResultTests
{
    [Theory]
    [InlineData("plain & <text> ]]>", "plain & <text> ]]>")]
    [InlineData("a\u0000b\u0008c\u001Bd\u001F", "abcd")]
    [InlineData("\uFFFEa\uFFFFb", "ab")]
    [InlineData("🌊 نهر 河", "🌊 نهر 河")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    public void What_XML_cannot_hold_is_dropped_and_nothing_else(string text, string clean)
    {
        XmlResult.Clean(text).Should().Be(clean);
        // Half a pair, which no attribute of a test can hold.
        XmlResult.Clean($"\uD83C{text}\uDC00").Should().Be(clean);
        var bytes = XmlResult.Bytes(new(new XElement("a", new XAttribute("b", text), text)));
        var read = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!;
        read.Value.Should().Be(clean);
        read.Attribute("b")!.Value.Should().Be(clean);
    }
}

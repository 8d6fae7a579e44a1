using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SummitDigest.Content;
using SummitDigest.Content.Permalinks;

namespace SummitDigest.Web.Serving;

/// <summary>
/// Hashes a library by the texts that it was read from, of which all else in it is made. What is wrong in the content does
/// not go in, because readers are not shown it, nor does the place of the folder.
/// </summary>
internal static class LibraryHash
{
    /// <summary>The same for the same content on every machine: 16 hexadecimal digits.</summary>
    public static string Of(Library library) =>
        Of([library.Theming.Text, .. library.Ledger.Speeches.SelectMany(Texts), .. library.Speeches.SelectMany(Texts)]);

    /// <summary>The same where every page that is of no one speech's making is the same, whatever the speeches.</summary>
    public static string OfThemes(Library library) => Of([library.Theming.Text]);

    /// <summary>The same where a speech's own pages are the same, given the same themes: of the speech, of what was published of it, and of where its links lead.</summary>
    public static string Of(Speech speech, Library library) =>
        Of([.. library.Ledger.Of(speech.Slug, speech.Aliases).SelectMany(Texts), .. Texts(speech), .. speech.Passages.SelectMany(passage => passage.Links).Select(link => TextOf(link, library))]);

    // With its aliases, of which it lacks one where another speech took it meanwhile.
    private static IEnumerable<string> Texts(Speech speech) => [speech.Slug.Value, string.Join(' ', speech.Aliases), speech.Markdown];

    private static IEnumerable<string> Texts(PublishedSpeech speech) => [speech.ToString(), string.Join('\n', speech.Ids)];

    private static string TextOf(SiteLink link, Library library) =>
        library.FollowLink(SiteLink.Canonical(link.Address.Split('?', '#')[0])) is { } target ? $"{target.Speech.Slug}/{target.Id}" : "";

    private static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[sizeof(int)];
        foreach (var bytes in texts.Select(Encoding.UTF8.GetBytes))
        {
            // Its length in front, so that no end of one text can pass for the beginning of the next.
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}

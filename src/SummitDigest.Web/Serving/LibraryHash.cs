using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SummitDigest.Content;
using SummitDigest.Content.Permalinks;

namespace SummitDigest.Web.Serving;

/// <summary>
/// Hashes a library. All of it goes in, through the serialiser, so that a property that is added later cannot be forgotten
/// here; what is wrong in the content does not, because readers are not shown it, nor does the place of the folder.
/// </summary>
internal static class LibraryHash
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new InOrder() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutFiles } },
    };

    // After a save one speech of many is another; the rest are hashed already.
    private static readonly ConditionalWeakTable<object, byte[]> Known = [];

    /// <summary>The same for the same content on every machine: 16 hexadecimal digits.</summary>
    public static string Of(Library library) => Of(library.Themes.AsEnumerable<object>().Append(library.Ledger).Concat(library.Speeches));

    /// <summary>The same where every page that is of no one speech's making is the same, whatever the speeches.</summary>
    public static string OfThemes(Library library) => Of(library.Themes);

    /// <summary>The same where a speech's own pages are the same, given the same themes: of the speech, and of what was published of it.</summary>
    public static string Of(Speech speech, PermalinkLedger ledger) =>
        Of(ledger.Of(speech.Slug, speech.Aliases).Prepend<object>(speech));

    private static string Of(IEnumerable<object> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts.AsParallel().AsOrdered().Select(part => Known.GetValue(part, OfPart)))
            hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static byte[] OfPart(object part)
    {
        using var hash = SHA256.Create();
        // As a stream, because a large part as one text would be held twice.
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
            JsonSerializer.Serialize(stream, part, part.GetType(), Json);
        return hash.Hash!;
    }

    // Their names begin with the content folder's, which is another on every machine.
    private static void LeaveOutFiles(JsonTypeInfo type)
    {
        if (type.Properties.FirstOrDefault(property => property.Name is nameof(Speech.File)) is { } file)
            type.Properties.Remove(file);
    }

    // A dictionary's own order is another in every process.
    private sealed class InOrder : JsonConverter<ImmutableDictionary<ContentId, ContentId>>
    {
        public override ImmutableDictionary<ContentId, ContentId> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A hash is not read back.");

        public override void Write(Utf8JsonWriter writer, ImmutableDictionary<ContentId, ContentId> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (from, to) in value.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal))
                writer.WriteString(from.Value, to.Value);
            writer.WriteEndObject();
        }
    }
}

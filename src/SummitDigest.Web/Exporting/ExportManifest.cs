using System.Text.Json;

namespace SummitDigest.Web.Exporting;

/// <summary>What an export was made from, so that the next one can leave alone what would be the same. A file in the export.</summary>
/// <param name="Site">Stands for all that shapes every page: the program, the options, the themes.</param>
/// <param name="Speeches">By slug, what stands for a speech and its old ids.</param>
/// <param name="Names">The files and folders right in the export, in order; null where an earlier program did not write them down.</param>
internal sealed record ExportManifest(string Site, IReadOnlyDictionary<string, string> Speeches, IReadOnlyList<string>? Names)
{
    /// <summary>Its name. By it a folder is known as an export, too.</summary>
    public const string FileName = ".summit-digest.json";

    /// <summary>Reads that of a folder.</summary>
    /// <returns>Null where there is none, or none that this program wrote.</returns>
    public static ExportManifest? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<ExportManifest>(File.ReadAllBytes(Path.Combine(folder, FileName)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() =>
        JsonSerializer.SerializeToUtf8Bytes(this with { Speeches = new SortedDictionary<string, string>(Speeches.ToDictionary(), StringComparer.Ordinal) });
}

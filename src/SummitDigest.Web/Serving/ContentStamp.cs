using System.Globalization;
using System.IO.Enumeration;

namespace SummitDigest.Web.Serving;

/// <summary>What a content folder looks like from outside: cheap to take, and another one after nearly every change.</summary>
internal static class ContentStamp
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Path, length and time of everything in the folder; where that cannot be had, what stands in the way.</summary>
    public static string Of(string folder)
    {
        try
        {
            var entries = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => string.Create(CultureInfo.InvariantCulture,
                $"{entry.ToSpecifiedFullPath()} {(entry.IsDirectory ? 0 : entry.Length)} {(entry.IsDirectory ? 0 : entry.LastWriteTimeUtc.Ticks)}"), All)
            {
                // A link may lead to a folder above it.
                ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            };
            return string.Join('\n', entries.Order(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}

using System.Security.Cryptography;

namespace SummitDigest.Content.Editing;

/// <summary>Writes a file aside and puts it in place, so that nobody ever finds half of it.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file. What a link leads to is written, not the link; an existing file's permissions stay.</summary>
    /// <param name="isNew">Whether there must not be one yet.</param>
    /// <exception cref="IOException">It could not be written, or is there although it must not be; then nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file may not be written; then nothing has changed.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool isNew = false)
    {
        path = Reading.ContentRoot.RealPath(path);
        // A dot in front: the reader does not take it for content.
        var aside = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.tmp");
        try
        {
            using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(aside, File.GetUnixFileMode(path));
            File.Move(aside, path, overwrite: !isNew);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}

using System.Runtime.InteropServices;
using System.Text;

namespace SummitDigest.Web.Exporting;

/// <summary>What the framework has no call for. Where the system has none either, the next best.</summary>
internal static class FileSystemCalls
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Gives a file a second name, with its time and without writing it again; on disks that cannot, copies it.</summary>
    /// <returns>Whether there is such a file.</returns>
    /// <exception cref="IOException">It cannot be copied either.</exception>
    public static bool TryLink(string file, string name)
    {
        if (!OperatingSystem.IsWindows() && link(Utf8(file), Utf8(name)) == 0)
            return true;
        if (!File.Exists(file))
            return false;
        File.Copy(file, name);
        File.SetLastWriteTimeUtc(name, File.GetLastWriteTimeUtc(file));
        return true;
    }

    /// <summary>Puts a folder in another's place: on Linux in one step, elsewhere in two, between which there is neither for a moment.</summary>
    /// <param name="folder">What is to be there.</param>
    /// <param name="place">Where; a folder is there now.</param>
    /// <param name="before">Where the other folder may go.</param>
    /// <returns>Where the other folder is afterwards.</returns>
    /// <exception cref="IOException">A folder cannot be moved; the other one is in its place.</exception>
    public static string Swap(string folder, string place, string before)
    {
        if (OperatingSystem.IsLinux() && renameat2(CurrentFolder, Utf8(folder), CurrentFolder, Utf8(place), Exchange) == 0)
            return folder;
        Directory.Move(place, before);
        try
        {
            Directory.Move(folder, place);
        }
        catch
        {
            Directory.Move(before, place);
            throw;
        }
        return before;
    }

    // As C has texts: with a zero at their end.
    private static byte[] Utf8(string path) => Encoding.UTF8.GetBytes($"{path}\0");

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int link(byte[] from, byte[] to);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int renameat2(int fromFolder, byte[] from, int toFolder, byte[] to, uint flags);
}

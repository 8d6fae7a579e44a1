using SummitDigest.Web.Exporting;

namespace SummitDigest.Web.Tests.Exporting;

/// <summary>An export in the making.</summary>
public sealed class ExportFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("summit-digest-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Many_write_into_a_new_folder_at_once()
    {
        const int Writers = 8, Folders = 300;
        using var folder = new ExportFolder(Path.Combine(_root, "out"), compresses: false);
        using var together = new Barrier(Writers);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(() =>
        {
            try
            {
                for (var number = 0; number < Folders; number++)
                {
                    together.SignalAndWait();
                    folder.Write($"{number}/{writer}", "text"u8);
                }
            }
            finally
            {
                together.RemoveParticipant();
            }
        }, TaskCreationOptions.LongRunning)));
        folder.Finish();
        Directory.EnumerateFiles(Path.Combine(_root, "out"), "*", SearchOption.AllDirectories).Should().HaveCount(Writers * Folders);
    }
}

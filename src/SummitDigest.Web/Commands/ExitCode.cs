namespace SummitDigest.Web.Commands;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>It did what it was told to, and found nothing wrong.</summary>
    public const int Fine = 0;

    /// <summary>Something is wrong with the content, or a file could not be read or written.</summary>
    public const int Problems = 1;

    /// <summary>It was called wrongly, and did nothing.</summary>
    public const int WrongUsage = 2;

    /// <summary>It was told to stop, and left everything as it was: what shells have for Ctrl+C.</summary>
    public const int Stopped = 130;
}

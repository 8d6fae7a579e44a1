namespace SummitDigest.Web.Commands;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Problems = 1;
    public const int WrongUsage = 2;
}

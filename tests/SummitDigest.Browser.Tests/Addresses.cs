namespace SummitDigest.Browser.Tests;

/// <summary>The site's addresses with the bundled content.</summary>
internal static class Addresses
{
    public const string Home = "/";
    public const string Speech = "/speeches/xi-jinping-wuzhen-summit-2023";
    public const string Passage = $"{Speech}/p7";
    public const string Speeches = "/speeches";
    public const string Themes = "/themes";
    public const string Theme = "/themes/development";
    public const string Search = "/search?q=internet";
    public const string Missing = "/no-such-page";

    /// <summary>One page of each kind.</summary>
    public static IReadOnlyList<string> OfEachKind { get; } = [Home, Speech, Passage, Speeches, Themes, Theme, Search, Missing];
}

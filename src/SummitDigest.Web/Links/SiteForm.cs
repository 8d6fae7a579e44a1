namespace SummitDigest.Web.Links;

/// <summary>What the site is made as.</summary>
/// <param name="IsStatic">Whether it is files, for hosts that can do nothing but send them; else a server answers.</param>
/// <param name="HasParts">Whether each section and passage has a page of its own.</param>
/// <param name="PathBase">The folder that files will be in: empty, or with a slash in front and none behind. Requests tell a server.</param>
internal sealed record SiteForm(bool IsStatic = false, bool HasParts = true, string PathBase = "");

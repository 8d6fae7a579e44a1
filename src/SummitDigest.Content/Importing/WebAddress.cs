namespace SummitDigest.Content.Importing;

/// <summary>Addresses that a speech's source may have.</summary>
internal static class WebAddress
{
    /// <summary>The address; null for anything but http and https.</summary>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
}

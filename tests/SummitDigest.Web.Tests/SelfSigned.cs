using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SummitDigest.Web.Tests;

/// <summary>A certificate of a day for <c>digest.example.org</c> and this machine, as the two files that servers take.</summary>
internal sealed class SelfSigned : IDisposable
{
    private readonly X509Certificate2 _certificate;

    /// <summary>Writes the files into a folder.</summary>
    public SelfSigned(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=digest.example.org", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("digest.example.org");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        (Path, KeyPath) = (System.IO.Path.Combine(folder, "digest.pem"), System.IO.Path.Combine(folder, "digest.key"));
        File.WriteAllText(Path, _certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The certificate's file.</summary>
    public string Path { get; }

    /// <summary>Its key's file.</summary>
    public string KeyPath { get; }

    /// <summary>A way to connect that trusts this certificate and no other.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        SslOptions = { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { _certificate }, RevocationMode = X509RevocationMode.NoCheck } },
        UseProxy = false,
        AllowAutoRedirect = false,
    };

    /// <inheritdoc/>
    public void Dispose() => _certificate.Dispose();
}

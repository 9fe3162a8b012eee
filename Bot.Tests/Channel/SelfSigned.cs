using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PolicyBot.Tests.Channel;

/// <summary>A certificate for the stand-ins on this machine, made for one run.</summary>
internal static class SelfSigned
{
    public static X509Certificate2 Certificate { get; } = Create();

    /// <summary>Trusts the stand-ins' certificate, and nothing else about the client differs.</summary>
    public static HttpClient TrustingClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions =
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate?.GetCertHashString() == Certificate.GetCertHashString(),
        },
    });

    private static X509Certificate2 Create()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return request.CreateSelfSigned(from, from.AddYears(60));
    }
}

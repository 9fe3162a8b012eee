using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PolicyBot.Tests.BotFramework;

/// <summary>A certificate for the stand-ins on this machine, made for one test run.</summary>
internal static class SelfSigned
{
    public static X509Certificate2 Certificate { get; } = Create();

    private static X509Certificate2 Create()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(ManualClock.Start.AddYears(-5), ManualClock.Start.AddYears(50));
    }
}

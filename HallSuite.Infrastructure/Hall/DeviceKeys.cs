using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HallSuite.Infrastructure.Hall;

/// <summary>The keys by which devices sign in. A key is shown once, when it is made; only its hash is kept.</summary>
public static class DeviceKeys
{
    private const int Bytes = 32;

    /// <summary>A new key: 256 random bits as base64url, 43 characters. It cannot be guessed, so a plain hash protects it.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of a key: SHA-256 of its UTF-8 bytes in lower-case hex.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

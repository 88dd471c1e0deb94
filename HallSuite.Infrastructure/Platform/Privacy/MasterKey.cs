using System.Security.Cryptography;
using System.Text;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Privacy;

/// <summary>Section <c>Privacy</c>.</summary>
public sealed class PrivacyOptions
{
    /// <summary>
    /// A file with 32 random bytes in base64, outside the database and its backups. Whoever has a copy of the database without it has
    /// no personal data. Development makes one under the data folder.
    /// </summary>
    public string MasterKeyFile { get; set; } = "";
}

internal sealed class PrivacyOptionsRules(IHostEnvironment environment) : IValidateOptions<PrivacyOptions>
{
    public ValidateOptionsResult Validate(string? name, PrivacyOptions options)
    {
        if (environment.IsDevelopment() && options.MasterKeyFile.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        if (options.MasterKeyFile.Length == 0)
        {
            return ValidateOptionsResult.Fail("Privacy:MasterKeyFile is required: a file with 32 random bytes in base64 (for example: openssl rand -base64 32 > FILE).");
        }

        try
        {
            return MasterKey.Parse(File.ReadAllText(options.MasterKeyFile)) is null
                ? ValidateOptionsResult.Fail($"Privacy:MasterKeyFile {options.MasterKeyFile} does not hold 32 bytes in base64.")
                : ValidateOptionsResult.Success;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail($"Privacy:MasterKeyFile {options.MasterKeyFile} cannot be read: {fault.Message}");
        }
    }
}

/// <summary>The key that wraps the keys in the database (AES-256-GCM). It lies in a file, never in the database or a backup.</summary>
public sealed class MasterKey
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] key;

    internal MasterKey(byte[] key) => this.key = key;

    internal static MasterKey Load(PrivacyOptions options, DataOptions data)
    {
        if (options.MasterKeyFile.Length > 0)
        {
            return new MasterKey(Parse(File.ReadAllText(options.MasterKeyFile))!);
        }

        var file = data.PathOf("keys/master.key");
        SecretFile.MakeOnce(file, () => Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n"));
        return new MasterKey(Parse(File.ReadAllText(file)) ?? throw new StartFaultException($"{file} does not hold 32 bytes in base64."));
    }

    internal static byte[]? Parse(string text)
    {
        var bytes = new byte[48];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == 32 ? bytes[..32] : null;
    }

    /// <summary>Wraps a secret for storing; <paramref name="purpose"/> is bound to it, so that one wrapped key cannot stand for another.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> secret, string purpose)
    {
        var wrapped = new byte[NonceLength + secret.Length + TagLength];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            wrapped.AsSpan(0, NonceLength), secret, wrapped.AsSpan(NonceLength, secret.Length), wrapped.AsSpan(NonceLength + secret.Length),
            Encoding.UTF8.GetBytes(purpose));
        return wrapped;
    }

    /// <summary>Opens a wrapped secret.</summary>
    /// <exception cref="CryptographicException">It was wrapped by another master key, for another purpose, or changed.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, string purpose)
    {
        var secret = new byte[wrapped.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            wrapped[..NonceLength], wrapped[NonceLength..^TagLength], wrapped[^TagLength..], secret, Encoding.UTF8.GetBytes(purpose));
        return secret;
    }
}

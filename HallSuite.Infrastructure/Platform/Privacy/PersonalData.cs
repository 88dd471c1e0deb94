using System.Security.Cryptography;
using System.Text;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Privacy;

/// <summary>
/// Seals personal data for the database and opens it again (PIPL Art. 51). What is opened goes to the one who asked for it, masked
/// unless a reason was given, and never to a log, an address, the change feed or a screen.
/// </summary>
public sealed class PersonalData
{
    private readonly IDataProtector protector;
    private readonly LookupKey lookup;

    internal PersonalData(IDataProtectionProvider protection, LookupKey lookup) =>
        (protector, this.lookup) = (protection.CreateProtector("HallSuite.PersonalData"), lookup);

    /// <summary>
    /// Sees to it that the ring has a key, before anybody serves. Made when it is first needed, inside of an operation, the ring's own connection would wait for
    /// the operation's transaction and so for ever: SQLite has one writer. Later keys are made in the background, while the one before still holds.
    /// </summary>
    internal void MakeReady() => protector.Protect("");

    public SealedText Seal(string text) => new(protector.Protect(text));

    /// <exception cref="CryptographicException">The text was sealed under another master key, or changed.</exception>
    public string Open(SealedText text) => protector.Unprotect(text.Cipher);

    /// <summary>The same text gives the same hash for the same purpose, and nothing can be told from it without the key.</summary>
    public LookupHash Lookup(string purpose, string text) =>
        new(Convert.ToHexStringLower(HMACSHA256.HashData(lookup.Value, Encoding.UTF8.GetBytes($"{purpose}\n{text}"))));
}

internal static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsRules>();
        services.AddSection<PrivacyOptions>("Privacy");
        services.AddSingleton(s => MasterKey.Load(
            s.GetRequiredService<IOptions<PrivacyOptions>>().Value, s.GetRequiredService<IOptions<Persistence.DataOptions>>().Value));
        services.AddSingleton<LookupKey>();
        services.AddSingleton<KeyCheck>();
        services.AddSingleton(s => new PersonalData(s.GetRequiredService<IDataProtectionProvider>(), s.GetRequiredService<LookupKey>()));
        services.AddSingleton<KeyRing>();
        services.AddDataProtection().SetApplicationName("HallSuite");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing, MasterKey>((options, ring, master) =>
        {
            options.XmlRepository = ring;
            options.XmlEncryptor = new KeyRingWrapper(master);
        });
    }
}

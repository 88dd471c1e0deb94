using System.Security.Cryptography;
using System.Xml.Linq;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Settings;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Platform.Privacy;

/// <summary>A key that lies in the database, wrapped by the master key: a Data Protection key (XML) or the look-up key.</summary>
public sealed class KeyRow : IBookkeeping
{
    /// <summary>A row whose name begins so holds a hash, which no key opens.</summary>
    public const string HashPrefix = "hash/";

    public required string Name { get; init; }

    public required string Content { get; init; }
}

internal sealed class KeyRowConfiguration : IEntityTypeConfiguration<KeyRow>
{
    public void Configure(EntityTypeBuilder<KeyRow> builder)
    {
        builder.ToTable("Keys").HasKey(x => x.Name);
        builder.Property(x => x.Name).HasMaxLength(100);
        builder.Property(x => x.Content).HasMaxLength(-1);
    }
}

/// <summary>Keeps Data Protection's key ring in the database, so that all nodes share it. The framework's contract is synchronous.</summary>
internal sealed class KeyRing(IDbContextFactory<HallDbContext> contexts) : IXmlRepository
{
    public const string Prefix = "ring/";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Set<KeyRow>().AsNoTracking().Where(k => k.Name.StartsWith(Prefix)).Select(k => k.Content).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateDbContext();
        db.Add(new KeyRow { Name = Prefix + friendlyName, Content = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

/// <summary>Wraps each key of the ring by the master key.</summary>
internal sealed class KeyRingWrapper(MasterKey master) : IXmlEncryptor
{
    public const string Purpose = "key-ring";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var wrapped = master.Wrap(System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Purpose);
        return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(wrapped)), typeof(KeyRingOpener));
    }
}

/// <summary>Opens them again; Data Protection makes it by its type name.</summary>
internal sealed class KeyRingOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(System.Text.Encoding.UTF8.GetString(
        services.GetRequiredService<MasterKey>().Unwrap(Convert.FromBase64String(encryptedElement.Value), KeyRingWrapper.Purpose)));
}

/// <summary>The look-up key: made once, never rotated, because every stored hash depends on it.</summary>
internal sealed class LookupKey(IDbContextFactory<HallDbContext> contexts, MasterKey master)
{
    /// <summary>The name of its row, and what it is wrapped for.</summary>
    public const string Name = "lookup";

    private byte[]? key;

    public byte[] Value => key ??= LoadOrMake();

    private byte[] LoadOrMake()
    {
        using var db = contexts.CreateDbContext();
        if (Stored(db) is { } stored)
        {
            return stored;
        }

        var made = RandomNumberGenerator.GetBytes(32);
        db.Add(new KeyRow { Name = Name, Content = Convert.ToBase64String(master.Wrap(made, Name)) });
        try
        {
            db.SaveChanges();
            return made;
        }
        catch (Exception fault) when (DatabaseDialect.IsUniqueViolation(fault))
        {
            return Stored(db)!;
        }
    }

    private byte[]? Stored(HallDbContext db) =>
        db.Set<KeyRow>().AsNoTracking().SingleOrDefault(k => k.Name == Name) is { } row ? master.Unwrap(Convert.FromBase64String(row.Content), Name) : null;
}

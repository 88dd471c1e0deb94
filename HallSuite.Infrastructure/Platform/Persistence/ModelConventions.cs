using System.Linq.Expressions;
using System.Text.Json;
using HallSuite.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>What every table has in common on the three databases, in one place (DESIGN §4).</summary>
internal static class ModelConventions
{
    /// <summary>Length of a string that says nothing else.</summary>
    public const int DefaultLength = 200;

    public static void ConfigureTypes(ModelConfigurationBuilder builder, DatabaseProvider provider)
    {
        builder.Properties<string>().HaveMaxLength(DefaultLength);
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        builder.Properties<SealedText>().HaveConversion<SealedTextConverter>().HaveMaxLength(4000);
        builder.Properties<LookupHash>().HaveConversion<LookupHashConverter>().HaveMaxLength(64);

        var instants = builder.Properties<DateTimeOffset>();
        if (provider == DatabaseProvider.Sqlite)
        {
            // SQLite has no instant: milliseconds since 1970 compare, order and index.
            instants.HaveConversion<UnixMillisecondsConverter>();
        }
        else
        {
            instants.HaveConversion<UtcConverter>();
            if (provider == DatabaseProvider.SqlServer)
            {
                instants.HaveColumnType("datetimeoffset(3)");
            }
        }

        foreach (var id in typeof(HallId).Assembly.GetTypes().Where(IsTypedId))
        {
            builder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        }
    }

    public static void ConfigureModel(ModelBuilder model, DatabaseProvider provider)
    {
        var collation = provider switch
        {
            DatabaseProvider.Sqlite => "BINARY",
            DatabaseProvider.Postgres => "C",
            DatabaseProvider.SqlServer => "Latin1_General_100_BIN2",
        };
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys().Where(k => !k.IsOwnership))
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            foreach (var property in entity.GetProperties())
            {
                if ((property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string) || property.ClrType.IsEnum)
                {
                    property.SetCollation(collation);
                }

                if (property is { Name: nameof(IVersioned.Version) } && typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                {
                    property.IsConcurrencyToken = true;
                }

                if (property.IsPrimaryKey())
                {
                    property.ValueGenerated = ValueGenerated.Never;
                }
            }
        }
    }

    /// <summary>
    /// A value that is written and read whole and never searched, as JSON text. A value that is searched inside is a
    /// complex property or a table of its own.
    /// </summary>
    public static PropertyBuilder<T> HasJsonText<T>(this PropertyBuilder<T> property, int maxLength) where T : notnull
    {
        property.HasConversion(
            new ValueConverter<T, string>(
                value => JsonSerializer.Serialize(value, StoredJson.Whole),
                text => JsonSerializer.Deserialize<T>(text, StoredJson.Whole)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, StoredJson.Whole) == JsonSerializer.Serialize(b, StoredJson.Whole),
                value => JsonSerializer.Serialize(value, StoredJson.Whole).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, StoredJson.Whole), StoredJson.Whole)!));
        return property.HasMaxLength(maxLength);
    }

    private static bool IsTypedId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    private sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, Wrap()) where TId : struct, ITypedId<TId>
    {
        // An expression tree cannot call a static abstract member; the constructor of the id can be named instead.
        private static Expression<Func<Guid, TId>> Wrap()
        {
            var value = Expression.Parameter(typeof(Guid), "value");
            return Expression.Lambda<Func<Guid, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, value), value);
        }
    }

    private sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);

    private sealed class SealedTextConverter() : ValueConverter<SealedText, string>(text => text.Cipher, cipher => new SealedText(cipher));

    private sealed class LookupHashConverter() : ValueConverter<LookupHash, string>(hash => hash.Value, value => new LookupHash(value));
}

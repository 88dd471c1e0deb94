using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HallSuite.Infrastructure.Matters;

internal sealed class MatterConfiguration : IEntityTypeConfiguration<Matter>
{
    private const char Comma = ',';

    public void Configure(EntityTypeBuilder<Matter> builder)
    {
        builder.ToTable("Matters").HasKey(x => x.Id);
        builder.Property(x => x.Code).HasMaxLength(Matter.CodeLength);
        builder.Property(x => x.Name).HasMaxLength(Matter.NameLength);
        builder.Property(x => x.SearchKey).HasMaxLength(MatterSearch.KeyLength);
        builder.Property(x => x.Theme).HasMaxLength(Matter.ThemeLength);
        builder.Property(x => x.Place).HasMaxLength(Matter.PlaceLength);
        builder.Property(x => x.Objects).HasMaxLength(200).HasConversion(
            new ValueConverter<IReadOnlyList<ApplicantKind>, string>(
                kinds => string.Join(Comma, kinds),
                text => text.Split(Comma, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ApplicantKind>).ToArray()),
            new ValueComparer<IReadOnlyList<ApplicantKind>>((a, b) => a!.SequenceEqual(b!), kinds => kinds.Count, kinds => kinds));
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasIndex(x => x.Department);
        builder.HasOne<Department>().WithMany().HasForeignKey(x => x.Department);
    }
}

internal sealed class StandardConfiguration : IEntityTypeConfiguration<Standard>
{
    public void Configure(EntityTypeBuilder<Standard> builder)
    {
        builder.ToTable("Standards").HasKey(x => x.Id);

        // Never changed in place, so the same content is the same object; two objects are compared as they are written.
        builder.Property(x => x.Content).HasMaxLength(-1).HasConversion(
            new ValueConverter<StandardContent, string>(content => ContentText.Write(content), text => ContentText.Read(text)),
            new ValueComparer<StandardContent>(
                (a, b) => ReferenceEquals(a, b) || ContentText.Write(a!) == ContentText.Write(b!), content => content.Conditions.Length, content => content));
        builder.HasIndex(x => new { x.Matter, x.Number }).IsUnique();
        builder.HasOne<Matter>().WithMany().HasForeignKey(x => x.Matter);
    }
}

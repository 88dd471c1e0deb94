using HallSuite.Domain.Cases;
using HallSuite.Domain.Certificates;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Certificates;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates").HasKey(x => x.Id);
        builder.Property(x => x.Number).HasMaxLength(IssuedDocument.NumberLength);
        builder.Property(x => x.Name).HasMaxLength(Certificate.NameLength);
        builder.Property(x => x.Identifier).HasMaxLength(CertificateIdentifier.LongestText);
        builder.Property(x => x.HolderShown).HasMaxLength(Certificate.HolderLength);

        // Whatever happens above, a case has one certificate, and a number or identifier is given once.
        builder.HasIndex(x => x.Case).IsUnique();
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.Identifier).IsUnique().HasFilter("\"Identifier\" IS NOT NULL");
        builder.HasIndex(x => x.Document).IsUnique();
        builder.HasIndex(x => x.HolderLookup);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.Case);
        builder.HasOne<Matter>().WithMany().HasForeignKey(x => x.Matter);
        builder.HasOne<Department>().WithMany().HasForeignKey(x => x.Department);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<IssuedDocument>().WithMany().HasForeignKey(x => x.Document);
    }
}

internal sealed class CertificateTypeConfiguration : IEntityTypeConfiguration<CertificateType>
{
    public void Configure(EntityTypeBuilder<CertificateType> builder)
    {
        builder.ToTable("CertificateTypes").HasKey(x => new { x.Authority, x.Number });
        builder.Property(x => x.Authority).HasMaxLength(CertificateIdentifier.LongestIssuer);
        builder.Property(x => x.Name).HasMaxLength(Certificate.NameLength);
        builder.HasIndex(x => new { x.Authority, x.Name }).IsUnique();
    }
}

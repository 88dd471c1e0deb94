using HallSuite.Domain.Documents;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Documents;

/// <summary>The last number of one department, kind and year; its row lock keeps two documents from having one number.</summary>
internal sealed class DocumentSeries
{
    /// <summary>As <see cref="DocumentNumber.Series"/>.</summary>
    public required string Series { get; init; }

    public long Last { get; set; }
}

internal sealed class DocumentSeriesConfiguration : IEntityTypeConfiguration<DocumentSeries>
{
    public void Configure(EntityTypeBuilder<DocumentSeries> builder)
    {
        builder.ToTable("DocumentSeries").HasKey(x => x.Series);
        builder.Property(x => x.Series).HasMaxLength(IssuedDocument.NumberLength);
    }
}

internal sealed class IssuedDocumentConfiguration : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> builder)
    {
        builder.ToTable("IssuedDocuments").HasKey(x => x.Id);
        builder.Property(x => x.Organ).HasMaxLength(IssuedDocument.NameLength);
        builder.Property(x => x.Addressee).HasMaxLength(IssuedDocument.NameLength);
        builder.Property(x => x.Series).HasMaxLength(IssuedDocument.NumberLength);
        builder.Property(x => x.Number).HasMaxLength(IssuedDocument.NumberLength);
        builder.Property(x => x.VerifyCode).HasMaxLength(IssuedDocument.VerifyCodeLength);
        builder.Property(x => x.VerifyUrl).HasMaxLength(500);
        builder.Property(x => x.ModelName).HasMaxLength(100);
        builder.Property(x => x.Model).HasMaxLength(-1);
        builder.Property(x => x.FileHash).HasMaxLength(IssuedDocument.FileHashLength);
        builder.Property(x => x.VoidReason).HasMaxLength(500);

        // Whatever happens above, a number is given once.
        builder.HasIndex(x => new { x.Series, x.Serial }).IsUnique();
        builder.HasIndex(x => x.VerifyCode).IsUnique();
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<Department>().WithMany().HasForeignKey(x => x.Department);
    }
}

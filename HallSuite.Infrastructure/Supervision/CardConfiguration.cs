using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Supervision;

internal sealed class CardConfiguration : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ToTable("Cards").HasKey(x => x.Id);
        builder.Property(x => x.Step).HasMaxLength(ReviewStepRule.CodeLength);

        // Whatever happens above, a colour is given once.
        builder.HasIndex(x => new { x.Case, x.Clock, x.DueDay, x.Light }).IsUnique();
        builder.HasIndex(x => new { x.Hall, x.GivenAt });
        builder.HasIndex(x => new { x.Department, x.GivenAt });
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.Case);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<Department>().WithMany().HasForeignKey(x => x.Department);
    }
}

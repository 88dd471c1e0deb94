using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Hall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Supervision;

internal sealed class CardPolicyRowConfiguration : IEntityTypeConfiguration<CardPolicyRow>
{
    public void Configure(EntityTypeBuilder<CardPolicyRow> builder) => HallPolicies.Configure<CardPolicyRow, CardPolicy>(builder, "CardPolicies");
}

internal sealed class CardConfiguration : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ToTable("Cards").HasKey(x => x.Id);
        builder.Property(x => x.Step).HasMaxLength(ReviewStepRule.CodeLength);
        builder.Property(x => x.PaperNumber).HasMaxLength(IssuedDocument.NumberLength);

        // Whatever happens above, a colour is given once.
        builder.HasIndex(x => new { x.Case, x.Clock, x.DueDay, x.Light }).IsUnique();
        builder.HasIndex(x => new { x.Hall, x.GivenAt });
        builder.HasIndex(x => new { x.Department, x.GivenAt });

        // What an office let pass in silence waits for its call, however many cards there have been.
        builder.HasIndex(x => x.Hall).HasFilter("\"FollowedAt\" IS NULL AND \"Kind\" = 'Acceptance' AND \"Light\" = 'Yellow'").HasDatabaseName("IX_Cards_Silent");
        builder.HasIndex(x => x.Paper).HasFilter("\"Paper\" IS NOT NULL").IsUnique();
        builder.HasOne<IssuedDocument>().WithMany().HasForeignKey(x => x.Paper);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.Case);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<Department>().WithMany().HasForeignKey(x => x.Department);
    }
}

internal sealed class PhoneCallConfiguration : IEntityTypeConfiguration<PhoneCall>
{
    public void Configure(EntityTypeBuilder<PhoneCall> builder)
    {
        builder.ToTable("PhoneCalls").HasKey(x => x.Id);
        builder.Property(x => x.With).HasMaxLength(PhoneCall.WithLength);
        builder.Property(x => x.Promise).HasMaxLength(PhoneCall.PromiseLength);
        builder.HasIndex(x => new { x.Card, x.At });
        builder.HasOne<Card>().WithMany().HasForeignKey(x => x.Card);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
    }
}

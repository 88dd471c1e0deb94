using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Evaluation;

internal sealed class ServiceRatingConfiguration : IEntityTypeConfiguration<ServiceRating>
{
    public void Configure(EntityTypeBuilder<ServiceRating> builder)
    {
        // The ticket is the key: whatever happens above, a service is rated once.
        builder.ToTable("Ratings").HasKey(x => x.Ticket);
        builder.Property(x => x.Comment).HasMaxLength(ServiceRating.CommentLength);
        builder.HasIndex(x => new { x.Hall, x.Day, x.Window });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(x => x.Ticket);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<Lane>().WithMany().HasForeignKey(x => x.Lane);
    }
}

internal sealed class DailyRatingsConfiguration : IEntityTypeConfiguration<DailyRatings>
{
    public void Configure(EntityTypeBuilder<DailyRatings> builder)
    {
        builder.ToTable("DailyRatings").HasKey(x => new { x.Hall, x.Day, x.Window });
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
    }
}

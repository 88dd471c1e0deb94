using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Queueing;

internal sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Tickets").HasKey(x => x.Id);
        builder.Property(x => x.Prefix).HasMaxLength(4);
        builder.Property(x => x.Code).HasMaxLength(Ticket.CodeLength);
        builder.Property(x => x.MatterCode).HasMaxLength(Ticket.MatterCodeLength);
        builder.HasIndex(x => new { x.Hall, x.Prefix, x.ServiceDay, x.Number }).IsUnique();
        builder.HasIndex(x => x.Code).IsUnique();

        // The heads of each lane and class, from which CallPolicy.Next chooses.
        builder.HasIndex(x => new { x.Lane, x.State, x.Class, x.QueuedAt, x.Sequence, x.Id });

        // Whatever happens above, two tickets are never called to one window.
        builder.HasIndex(x => x.Window).IsUnique().HasFilter("\"State\" IN ('Called', 'Serving')").HasDatabaseName("IX_Tickets_OneAtWindow");
        builder.HasIndex(x => x.ReservedWindow).HasFilter("\"ReservedWindow\" IS NOT NULL");
        builder.HasIndex(x => new { x.Hall, x.ServiceDay, x.IdentityLookup });

        // What a window did today; what is still open, and what still has an identity: small sets, however long the history grows.
        builder.HasIndex(x => new { x.Window, x.ServiceDay }).HasFilter("\"State\" IN ('Served', 'Missed')").HasDatabaseName("IX_Tickets_DoneAtWindow");
        builder.HasIndex(x => new { x.Hall, x.ServiceDay }).HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_Tickets_Open");
        builder.HasIndex(x => new { x.Hall, x.EndedAt }).HasFilter("\"IdentityErasedAt\" IS NULL").HasDatabaseName("IX_Tickets_WithIdentity");
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<Lane>().WithMany().HasForeignKey(x => x.Lane);
    }
}

internal sealed class LaneDayConfiguration : IEntityTypeConfiguration<LaneDay>
{
    public void Configure(EntityTypeBuilder<LaneDay> builder)
    {
        builder.ToTable("LaneDays").HasKey(x => new { x.Hall, x.Day, x.Lane });
        builder.Property(x => x.TakenBuckets).HasMaxLength(LaneDay.BucketTextLength);
        builder.HasOne<Lane>().WithMany().HasForeignKey(x => x.Lane);
    }
}

internal sealed class CallEntryConfiguration : IEntityTypeConfiguration<CallEntry>
{
    public void Configure(EntityTypeBuilder<CallEntry> builder)
    {
        builder.ToTable("Calls").HasKey(x => new { x.Hall, x.Seq });
        builder.Property(x => x.Number).HasMaxLength(10);
        builder.HasIndex(x => x.Ticket);
    }
}

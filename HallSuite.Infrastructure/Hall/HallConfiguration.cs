using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Hall;

internal sealed class ServiceHallConfiguration : IEntityTypeConfiguration<ServiceHall>
{
    public void Configure(EntityTypeBuilder<ServiceHall> builder)
    {
        builder.ToTable("Halls").HasKey(x => x.Id);
        builder.Property(x => x.Code).HasMaxLength(ServiceHall.CodeLength);
        builder.Property(x => x.Name).HasMaxLength(ServiceHall.NameLength);
        builder.Property(x => x.Path).HasMaxLength(ServiceHall.PathLength);
        builder.Property(x => x.TimeZone).HasMaxLength(ServiceHall.TimeZoneLength);
        builder.Property(x => x.Hours).HasJsonText(4000);
        builder.Property(x => x.Policy).HasJsonText(2000);
        builder.Property(x => x.Announcement).HasMaxLength(ServiceHall.AnnouncementLength);
        builder.Property(x => x.Hotline).HasMaxLength(ServiceHall.HotlineLength);
        builder.Property(x => x.Address).HasMaxLength(ServiceHall.AddressLength);
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Parent);
        builder.OwnsMany(x => x.Floors, floors =>
        {
            floors.ToTable("Floors").WithOwner().HasForeignKey("Hall");
            floors.Property<HallId>("Hall");
            floors.HasKey("Hall", nameof(Floor.Number));
            floors.Property(f => f.Name).HasMaxLength(Floor.NameLength);
        });
    }
}

internal sealed class LaneConfiguration : IEntityTypeConfiguration<Lane>
{
    public void Configure(EntityTypeBuilder<Lane> builder)
    {
        builder.ToTable("Lanes").HasKey(x => x.Id);
        builder.HasIndex(x => new { x.Hall, x.Prefix }).IsUnique();
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
    }
}

internal sealed class ServiceWindowConfiguration : IEntityTypeConfiguration<ServiceWindow>
{
    public void Configure(EntityTypeBuilder<ServiceWindow> builder)
    {
        builder.ToTable("Windows").HasKey(x => x.Id);
        builder.Property(x => x.Name).HasMaxLength(ServiceWindow.NameLength);
        builder.Property(x => x.PauseNote).HasMaxLength(ServiceWindow.NoteLength);
        builder.HasIndex(x => new { x.Hall, x.Number }).IsUnique();
        builder.HasIndex(x => x.Clerk).IsUnique(); // a clerk sits at one window at a time, whatever happens above
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.OwnsMany(x => x.Lanes, lanes =>
        {
            lanes.ToTable("WindowLanes").WithOwner().HasForeignKey("Window");
            lanes.Property<WindowId>("Window");
            lanes.HasKey("Window", nameof(WindowLane.Lane));
            lanes.HasOne<Lane>().WithMany().HasForeignKey(l => l.Lane);
        });
    }
}

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("Devices").HasKey(x => x.Id);
        builder.Property(x => x.Name).HasMaxLength(Device.NameLength);
        builder.Property(x => x.KeyHash).HasMaxLength(Device.KeyHashLength);
        builder.HasIndex(x => x.KeyHash).IsUnique();
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
    }
}

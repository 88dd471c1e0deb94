using HallSuite.Domain.Hall;
using HallSuite.Domain.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Staffing;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("Staff").HasKey(x => x.Id);
        builder.Property(x => x.UserName).HasMaxLength(StaffMember.UserNameLength);
        builder.Property(x => x.Name).HasMaxLength(StaffMember.NameLength);
        builder.HasIndex(x => x.UserName).IsUnique();
    }
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts").HasKey(x => x.Id);
        builder.HasIndex(x => x.Staff);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.Staff);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<Department>().WithMany().HasForeignKey(x => x.Department);
    }
}

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("Departments").HasKey(x => x.Id);
        builder.Property(x => x.Code).HasMaxLength(Department.CodeLength);
        builder.Property(x => x.Name).HasMaxLength(Department.NameLength);
        builder.Property(x => x.NameEn).HasMaxLength(Department.NameLength);
        builder.Property(x => x.DocumentWord).HasMaxLength(Department.DocumentWordLength);
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasIndex(x => x.DocumentWord).IsUnique();
    }
}

internal sealed class SignInAccountConfiguration : IEntityTypeConfiguration<SignInAccount>
{
    public void Configure(EntityTypeBuilder<SignInAccount> builder)
    {
        builder.ToTable("SignInAccounts").HasKey(x => x.Id);
        builder.Property(x => x.UserName).HasMaxLength(StaffMember.UserNameLength);
        builder.Property(x => x.NormalizedUserName).HasMaxLength(StaffMember.UserNameLength);
        builder.Property(x => x.PasswordHash).HasMaxLength(400);
        builder.Property(x => x.SecurityStamp).HasMaxLength(64);
        builder.Property(x => x.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.HasIndex(x => x.NormalizedUserName).IsUnique();
        builder.HasOne<StaffMember>().WithOne().HasForeignKey<SignInAccount>(x => x.Id);

        // What Identity could keep and HallSuite does not use: addresses, its own lockout (it has its own clock), second factors.
        builder.Ignore(x => x.Email).Ignore(x => x.NormalizedEmail).Ignore(x => x.EmailConfirmed);
        builder.Ignore(x => x.PhoneNumber).Ignore(x => x.PhoneNumberConfirmed).Ignore(x => x.TwoFactorEnabled);
        builder.Ignore(x => x.LockoutEnd).Ignore(x => x.LockoutEnabled).Ignore(x => x.AccessFailedCount);
    }
}

internal sealed class SignInTriesConfiguration : IEntityTypeConfiguration<SignInTries>
{
    public void Configure(EntityTypeBuilder<SignInTries> builder)
    {
        builder.ToTable("SignInTries").HasKey(x => x.Name);
        builder.HasIndex(x => x.LastAt);
    }
}

using HallSuite.Domain.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Calendar;

/// <summary>A year that was imported. It takes the place of the one that came with the program, or with an earlier import.</summary>
public sealed class PublishedYear
{
    public required int Year { get; init; }

    /// <summary>As <see cref="CalendarText"/> writes it.</summary>
    public required string Text { get; set; }

    public required DateTimeOffset ImportedAt { get; set; }
}

internal sealed class PublishedYearConfiguration : IEntityTypeConfiguration<PublishedYear>
{
    public void Configure(EntityTypeBuilder<PublishedYear> builder)
    {
        builder.ToTable("CalendarYears").HasKey(x => x.Year);
        builder.Property(x => x.Text).HasMaxLength(-1);
    }
}

using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Cases;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    /// <summary>A name is counted as people count its characters; one of them can be several units.</summary>
    private const int OrganisationLength = 4 * PersonName.LongestTextElements;

    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases").HasKey(x => x.Id);
        builder.Property(x => x.Number).HasMaxLength(CaseNumber.Length);
        builder.Property(x => x.QueryKey).HasMaxLength(Case.QueryKeyLength);
        builder.Property(x => x.Subject).HasMaxLength(Case.SubjectLength);
        builder.Property(x => x.Organisation).HasMaxLength(OrganisationLength);
        ConfigureParts(builder);
        ConfigureIndexes(builder);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<Department>().WithMany().HasForeignKey(x => x.Department);
        builder.HasOne<Matter>().WithMany().HasForeignKey(x => x.Matter);
        builder.HasOne<Standard>().WithMany().HasForeignKey(x => x.Standard);
        builder.HasMany(x => x.Events).WithOne().HasForeignKey("Case");
        builder.OwnsMany(x => x.Clocks, ConfigureClock);
        builder.OwnsMany(x => x.Steps, ConfigureStep);
    }

    private static void ConfigureParts(EntityTypeBuilder<Case> builder)
    {
        builder.Property(x => x.Applicant).HasCaseText();
        builder.Property(x => x.Materials).HasCaseText();
        builder.Property(x => x.Supplement!).HasCaseText();
        builder.Property(x => x.NotAccepted!).HasCaseText();
        builder.Property(x => x.Suspensions).HasCaseText();
        builder.Property(x => x.Extension!).HasCaseText();
        builder.Property(x => x.Verifications).HasCaseText();
        builder.Property(x => x.Marks).HasCaseText();
        builder.Property(x => x.Decision!).HasCaseText();
        builder.Property(x => x.Issued!).HasCaseText();
        builder.Property(x => x.Handover!).HasCaseText();
        builder.Property(x => x.Hands).HasCaseText();
    }

    private static void ConfigureIndexes(EntityTypeBuilder<Case> builder)
    {
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.Ticket).HasFilter("\"Ticket\" IS NOT NULL");
        builder.HasIndex(x => new { x.Hall, x.ApplicantLookup, x.Number });

        // The list of a hall's or a department's cases, the newest first: a number begins with the hall and its day.
        builder.HasIndex(x => new { x.Hall, x.Number });
        builder.HasIndex(x => new { x.Hall, x.State, x.Number });
        builder.HasIndex(x => new { x.Matter, x.Number });
        builder.HasIndex(x => new { x.Hall, x.Organisation, x.Number }).HasFilter("\"Organisation\" IS NOT NULL");

        // The worklist in the order of what is due; what is open is a small set, however long the history grows.
        builder.HasIndex(x => new { x.Department, x.State, x.DueSort, x.Number });
        builder.HasIndex(x => new { x.Hall, x.Department, x.DueSort, x.Number }).HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_Cases_OpenOfDepartment");
        builder.HasIndex(x => new { x.Hall, x.DueSort, x.Number }).HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_Cases_OpenOfHall");

        // The desk that hands results out: what waits there by state, whoever comes with a pick-up code, and what was handed over today.
        builder.HasIndex(x => new { x.Hall, x.State, x.DueSort, x.Number }).HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_Cases_OpenOfState");
        builder.HasIndex(x => new { x.Hall, x.QueryKey }).HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_Cases_OpenByKey");
        builder.HasIndex(x => new { x.Hall, x.EndedAt, x.Number });
    }

    private static void ConfigureClock(OwnedNavigationBuilder<Case, Clock> clocks)
    {
        clocks.ToTable("Clocks").WithOwner().HasForeignKey("Case");
        clocks.Property<CaseId>("Case");
        clocks.HasKey("Case", nameof(Clock.Number));
        clocks.Property(c => c.Step).HasMaxLength(ReviewStepRule.CodeLength);
        clocks.Property(c => c.Pauses).HasCaseText();

        // The sweeps read what is due and nothing else.
        clocks.HasIndex(c => c.NextLightAt).HasFilter("\"NextLightAt\" IS NOT NULL");
        clocks.HasIndex(c => new { c.Kind, c.DueAt }).HasFilter("\"State\" = 'Running'").HasDatabaseName("IX_Clocks_Running");
        clocks.HasIndex(nameof(Clock.Hall), nameof(Clock.Light), nameof(Clock.Department), "Case")
            .HasFilter("\"State\" = 'Running' AND \"Light\" <> 'None'").HasDatabaseName("IX_Clocks_Lit");
    }

    private static void ConfigureStep(OwnedNavigationBuilder<Case, ReviewStep> steps)
    {
        steps.ToTable("CaseSteps").WithOwner().HasForeignKey("Case");
        steps.Property<CaseId>("Case");
        steps.HasKey("Case", nameof(ReviewStep.Number));
        steps.Property(s => s.Code).HasMaxLength(ReviewStepRule.CodeLength);
        steps.Property(s => s.Name).HasMaxLength(ReviewStepRule.NameLength);
        steps.Property(s => s.Opinion).HasMaxLength(ReviewStep.OpinionLength);

        // With the case, so that "has this case a step there" is one look: SQLite, which counts no rows, otherwise walks all that lies with the department for each case.
        steps.HasIndex(nameof(ReviewStep.Department), "Case", nameof(ReviewStep.Reviewer)).HasFilter("\"State\" = 'Open'").HasDatabaseName("IX_CaseSteps_Open");
        steps.HasIndex(s => s.Reviewer).HasFilter("\"State\" = 'Open' AND \"Reviewer\" IS NOT NULL").HasDatabaseName("IX_CaseSteps_OpenOfReviewer");
        steps.HasOne<Department>().WithMany().HasForeignKey(s => s.Department);
    }
}

internal sealed class CaseEventConfiguration : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("CaseEvents");
        builder.Property<CaseId>("Case");
        builder.HasKey("Case", nameof(CaseEvent.Number));
        builder.Property(x => x.Where).HasMaxLength(CaseEvent.WhereLength);
        builder.Property(x => x.Subject).HasMaxLength(CaseEvent.SubjectLength);
        builder.Property(x => x.Note).HasMaxLength(CaseEvent.NoteLength);

        // The recount reads the events of one day, and no others.
        builder.HasIndex(x => x.At);

        // What somebody passed or decided today. The filter is the list of ReviewedToday, in its order.
        builder.HasIndex(x => new { x.WhoId, x.At }).HasFilter("\"Act\" IN ('PassStep', 'ReturnStep', 'Approve', 'Refuse')").HasDatabaseName("IX_CaseEvents_Reviewed");
    }
}

internal sealed class CasePaperConfiguration : IEntityTypeConfiguration<CasePaper>
{
    public void Configure(EntityTypeBuilder<CasePaper> builder)
    {
        builder.ToTable("CasePapers").HasKey(x => new { x.Case, x.Event, x.Kind });
        builder.Property(x => x.Number).HasMaxLength(IssuedDocument.NumberLength);
        builder.HasIndex(x => x.Document).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.Case);
        builder.HasOne<IssuedDocument>().WithMany().HasForeignKey(x => x.Document);
    }
}

internal sealed class CaseDayConfiguration : IEntityTypeConfiguration<CaseDay>
{
    public void Configure(EntityTypeBuilder<CaseDay> builder)
    {
        builder.ToTable("CaseDays").HasKey(x => new { x.Hall, x.Day });
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
    }
}

internal sealed class DailyCasesConfiguration : IEntityTypeConfiguration<DailyCases>
{
    public void Configure(EntityTypeBuilder<DailyCases> builder)
    {
        builder.ToTable("DailyCases").HasKey(x => new { x.Hall, x.Day, x.Department });
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
        builder.HasOne<Department>().WithMany().HasForeignKey(x => x.Department);
    }
}

internal sealed class CountedCalendarConfiguration : IEntityTypeConfiguration<CountedCalendar>
{
    public void Configure(EntityTypeBuilder<CountedCalendar> builder)
    {
        builder.ToTable("CountedCalendars").HasKey(x => x.Hall);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(x => x.Hall);
    }
}

internal sealed class CasePolicyRowConfiguration : IEntityTypeConfiguration<CasePolicyRow>
{
    public void Configure(EntityTypeBuilder<CasePolicyRow> builder) => HallPolicies.Configure<CasePolicyRow, CasePolicy>(builder, "CasePolicies");
}

internal sealed class CaseScanConfiguration : IEntityTypeConfiguration<CaseScan>
{
    public void Configure(EntityTypeBuilder<CaseScan> builder)
    {
        builder.ToTable("CaseScans").HasKey(x => x.Id);
        builder.Property(x => x.Requirement).HasMaxLength(MaterialRequirement.CodeLength);
        builder.Property(x => x.FileHash).HasMaxLength(IssuedDocument.FileHashLength);
        builder.HasIndex(x => x.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.Case);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.TakenBy);
    }
}

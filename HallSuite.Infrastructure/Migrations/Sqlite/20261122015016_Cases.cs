using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Cases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseDays",
                columns: table => new
                {
                    Hall = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Opened = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDays", x => new { x.Hall, x.Day });
                    table.ForeignKey(
                        name: "FK_CaseDays_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 45, nullable: false, collation: "BINARY"),
                    QueryKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Hall = table.Column<Guid>(type: "TEXT", nullable: false),
                    Department = table.Column<Guid>(type: "TEXT", nullable: false),
                    Matter = table.Column<Guid>(type: "TEXT", nullable: false),
                    Standard = table.Column<Guid>(type: "TEXT", nullable: false),
                    Handling = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Ticket = table.Column<Guid>(type: "TEXT", nullable: true),
                    Applicant = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    ApplicantLookup = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcceptedDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeemedAccepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    OnTheSpot = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Materials = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    Supplement = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true, collation: "BINARY"),
                    NotAccepted = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true, collation: "BINARY"),
                    Suspensions = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    Extension = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true, collation: "BINARY"),
                    Verifications = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    Marks = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    Decision = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true, collation: "BINARY"),
                    Issued = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true, collation: "BINARY"),
                    Handover = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true, collation: "BINARY"),
                    TerminatedFor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Hands = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    DueSort = table.Column<long>(type: "INTEGER", nullable: false),
                    EventCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cases_Departments_Department",
                        column: x => x.Department,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Matters_Matter",
                        column: x => x.Matter,
                        principalTable: "Matters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Standards_Standard",
                        column: x => x.Standard,
                        principalTable: "Standards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CountedCalendars",
                columns: table => new
                {
                    Hall = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedCalendars", x => x.Hall);
                    table.ForeignKey(
                        name: "FK_CountedCalendars_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hall = table.Column<Guid>(type: "TEXT", nullable: false),
                    Department = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Clock = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    DueDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Light = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    InCharge = table.Column<Guid>(type: "TEXT", nullable: true),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cards_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cards_Departments_Department",
                        column: x => x.Department,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cards_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseEvents",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    After = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    WhoKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    WhoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 1100, nullable: false, collation: "BINARY"),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEvents", x => new { x.Case, x.Number });
                    table.ForeignKey(
                        name: "FK_CaseEvents_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CasePapers",
                columns: table => new
                {
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Document = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePapers", x => new { x.Case, x.Event, x.Kind });
                    table.ForeignKey(
                        name: "FK_CasePapers_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CasePapers_IssuedDocuments_Document",
                        column: x => x.Document,
                        principalTable: "IssuedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseSteps",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Department = table.Column<Guid>(type: "TEXT", nullable: false),
                    LimitDays = table.Column<int>(type: "INTEGER", nullable: true),
                    LimitUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OnSite = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Reviewer = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PassedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, collation: "BINARY"),
                    Returns = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseSteps", x => new { x.Case, x.Number });
                    table.ForeignKey(
                        name: "FK_CaseSteps_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseSteps_Departments_Department",
                        column: x => x.Department,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Clocks",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    StartDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    ExtendedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    Pauses = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    DueDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    BlueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    YellowAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Light = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    NextLightAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Late = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clocks", x => new { x.Case, x.Number });
                    table.ForeignKey(
                        name: "FK_Clocks_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_Case_Clock_DueDay_Light",
                table: "Cards",
                columns: new[] { "Case", "Clock", "DueDay", "Light" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cards_Department_GivenAt",
                table: "Cards",
                columns: new[] { "Department", "GivenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_Hall_GivenAt",
                table: "Cards",
                columns: new[] { "Hall", "GivenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CasePapers_Document",
                table: "CasePapers",
                column: "Document",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ApplicantLookup",
                table: "Cases",
                column: "ApplicantLookup");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Department_State_DueSort_Number",
                table: "Cases",
                columns: new[] { "Department", "State", "DueSort", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Matter",
                table: "Cases",
                column: "Matter");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Number",
                table: "Cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases",
                columns: new[] { "Department", "DueSort", "Number" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfHall",
                table: "Cases",
                columns: new[] { "Hall", "DueSort", "Number" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Standard",
                table: "Cases",
                column: "Standard");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Ticket",
                table: "Cases",
                column: "Ticket",
                filter: "\"Ticket\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps",
                column: "Department",
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_OpenOfReviewer",
                table: "CaseSteps",
                column: "Reviewer",
                filter: "\"State\" = 'Open' AND \"Reviewer\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Lit",
                table: "Clocks",
                column: "Light",
                filter: "\"State\" = 'Running' AND \"Light\" <> 'None'");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_NextLightAt",
                table: "Clocks",
                column: "NextLightAt",
                filter: "\"NextLightAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Running",
                table: "Clocks",
                columns: new[] { "Kind", "DueAt" },
                filter: "\"State\" = 'Running'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Cards");

            migrationBuilder.DropTable(
                name: "CaseDays");

            migrationBuilder.DropTable(
                name: "CaseEvents");

            migrationBuilder.DropTable(
                name: "CasePapers");

            migrationBuilder.DropTable(
                name: "CaseSteps");

            migrationBuilder.DropTable(
                name: "Clocks");

            migrationBuilder.DropTable(
                name: "CountedCalendars");

            migrationBuilder.DropTable(
                name: "Cases");
        }
    }
}

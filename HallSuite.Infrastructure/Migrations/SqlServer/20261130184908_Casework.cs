using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Casework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ApplicantLookup",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Matter",
                table: "Cases");

            migrationBuilder.AddColumn<Guid>(
                name: "Clerk",
                table: "Tickets",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Organisation",
                table: "Cases",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswerBy",
                table: "Cards",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FollowedAt",
                table: "Cards",
                type: "datetimeoffset(3)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Paper",
                table: "Cards",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PaperNumber",
                table: "Cards",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "CaseScans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Case = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Requirement = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Bytes = table.Column<int>(type: "int", nullable: false),
                    FileHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TakenAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", nullable: false),
                    TakenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PutAsideAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseScans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseScans_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseScans_Staff_TakenBy",
                        column: x => x.TakenBy,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Case = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Matter = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Department = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hall = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identifier = table.Column<string>(type: "nvarchar(126)", maxLength: 126, nullable: true, collation: "Latin1_General_100_BIN2"),
                    HolderShown = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Holder = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HolderLookup = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Document = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssuedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Departments_Department",
                        column: x => x.Department,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_IssuedDocuments_Document",
                        column: x => x.Document,
                        principalTable: "IssuedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Matters_Matter",
                        column: x => x.Matter,
                        principalTable: "Matters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CertificateTypes",
                columns: table => new
                {
                    Authority = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateTypes", x => new { x.Authority, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "DailyCases",
                columns: table => new
                {
                    Hall = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Department = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Received = table.Column<int>(type: "int", nullable: false),
                    Accepted = table.Column<int>(type: "int", nullable: false),
                    Decided = table.Column<int>(type: "int", nullable: false),
                    DecidedInTime = table.Column<int>(type: "int", nullable: false),
                    Delivered = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailyCases", x => new { x.Hall, x.Day, x.Department });
                    table.ForeignKey(
                        name: "FK_DailyCases_Departments_Department",
                        column: x => x.Department,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DailyCases_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DailyRatings",
                columns: table => new
                {
                    Hall = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Window = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VerySatisfied = table.Column<int>(type: "int", nullable: false),
                    Satisfied = table.Column<int>(type: "int", nullable: false),
                    FairlySatisfied = table.Column<int>(type: "int", nullable: false),
                    Dissatisfied = table.Column<int>(type: "int", nullable: false),
                    VeryDissatisfied = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailyRatings", x => new { x.Hall, x.Day, x.Window });
                    table.ForeignKey(
                        name: "FK_DailyRatings_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PhoneCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Card = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hall = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    With = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Promise = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhoneCalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PhoneCalls_Cards_Card",
                        column: x => x.Card,
                        principalTable: "Cards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PhoneCalls_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ratings",
                columns: table => new
                {
                    Ticket = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hall = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Window = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Lane = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Clerk = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Grade = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Comment = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ratings", x => x.Ticket);
                    table.ForeignKey(
                        name: "FK_Ratings_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ratings_Lanes_Lane",
                        column: x => x.Lane,
                        principalTable: "Lanes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ratings_Tickets_Ticket",
                        column: x => x.Ticket,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps",
                columns: new[] { "Department", "Case", "Reviewer" },
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Hall_ApplicantLookup_Number",
                table: "Cases",
                columns: new[] { "Hall", "ApplicantLookup", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Hall_EndedAt_Number",
                table: "Cases",
                columns: new[] { "Hall", "EndedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Hall_Number",
                table: "Cases",
                columns: new[] { "Hall", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Hall_Organisation_Number",
                table: "Cases",
                columns: new[] { "Hall", "Organisation", "Number" },
                filter: "\"Organisation\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Hall_State_Number",
                table: "Cases",
                columns: new[] { "Hall", "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Matter_Number",
                table: "Cases",
                columns: new[] { "Matter", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenByKey",
                table: "Cases",
                columns: new[] { "Hall", "QueryKey" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfState",
                table: "Cases",
                columns: new[] { "Hall", "State", "DueSort", "Number" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEvents_At",
                table: "CaseEvents",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEvents_Reviewed",
                table: "CaseEvents",
                columns: new[] { "WhoId", "At" },
                filter: "\"Act\" IN ('PassStep', 'ReturnStep', 'Approve', 'Refuse')");

            migrationBuilder.CreateIndex(
                name: "IX_Cards_Paper",
                table: "Cards",
                column: "Paper",
                unique: true,
                filter: "\"Paper\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cards_Silent",
                table: "Cards",
                column: "Hall",
                filter: "\"FollowedAt\" IS NULL AND \"Kind\" = 'Acceptance' AND \"Light\" = 'Yellow'");

            migrationBuilder.CreateIndex(
                name: "IX_CaseScans_Case",
                table: "CaseScans",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_CaseScans_TakenBy",
                table: "CaseScans",
                column: "TakenBy");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Case",
                table: "Certificates",
                column: "Case",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Department",
                table: "Certificates",
                column: "Department");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Document",
                table: "Certificates",
                column: "Document",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Hall",
                table: "Certificates",
                column: "Hall");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_HolderLookup",
                table: "Certificates",
                column: "HolderLookup");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Identifier",
                table: "Certificates",
                column: "Identifier",
                unique: true,
                filter: "\"Identifier\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Matter",
                table: "Certificates",
                column: "Matter");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Number",
                table: "Certificates",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CertificateTypes_Authority_Name",
                table: "CertificateTypes",
                columns: new[] { "Authority", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DailyCases_Department",
                table: "DailyCases",
                column: "Department");

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCalls_Card_At",
                table: "PhoneCalls",
                columns: new[] { "Card", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCalls_Hall",
                table: "PhoneCalls",
                column: "Hall");

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_Hall_Day_Window",
                table: "Ratings",
                columns: new[] { "Hall", "Day", "Window" });

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_Lane",
                table: "Ratings",
                column: "Lane");

            migrationBuilder.AddForeignKey(
                name: "FK_Cards_IssuedDocuments_Paper",
                table: "Cards",
                column: "Paper",
                principalTable: "IssuedDocuments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Cards_IssuedDocuments_Paper",
                table: "Cards");

            migrationBuilder.DropTable(
                name: "CaseScans");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "CertificateTypes");

            migrationBuilder.DropTable(
                name: "DailyCases");

            migrationBuilder.DropTable(
                name: "DailyRatings");

            migrationBuilder.DropTable(
                name: "PhoneCalls");

            migrationBuilder.DropTable(
                name: "Ratings");

            migrationBuilder.DropIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Hall_ApplicantLookup_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Hall_EndedAt_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Hall_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Hall_Organisation_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Hall_State_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Matter_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenByKey",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenOfState",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_CaseEvents_At",
                table: "CaseEvents");

            migrationBuilder.DropIndex(
                name: "IX_CaseEvents_Reviewed",
                table: "CaseEvents");

            migrationBuilder.DropIndex(
                name: "IX_Cards_Paper",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Cards_Silent",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Clerk",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "Organisation",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AnswerBy",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "FollowedAt",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Paper",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "PaperNumber",
                table: "Cards");

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps",
                column: "Department",
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ApplicantLookup",
                table: "Cases",
                column: "ApplicantLookup");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Matter",
                table: "Cases",
                column: "Matter");
        }
    }
}

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
                name: "IX_Cases_Hall_State_Number",
                table: "Cases",
                columns: new[] { "Hall", "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Matter_Number",
                table: "Cases",
                columns: new[] { "Matter", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Organisation_Number",
                table: "Cases",
                columns: new[] { "Organisation", "Number" },
                filter: "\"Organisation\" IS NOT NULL");

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
                name: "IX_CaseScans_Case",
                table: "CaseScans",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_CaseScans_TakenBy",
                table: "CaseScans",
                column: "TakenBy");

            migrationBuilder.CreateIndex(
                name: "IX_DailyCases_Department",
                table: "DailyCases",
                column: "Department");

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_Hall_Day_Window",
                table: "Ratings",
                columns: new[] { "Hall", "Day", "Window" });

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_Lane",
                table: "Ratings",
                column: "Lane");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseScans");

            migrationBuilder.DropTable(
                name: "DailyCases");

            migrationBuilder.DropTable(
                name: "DailyRatings");

            migrationBuilder.DropTable(
                name: "Ratings");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Hall_State_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Matter_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Organisation_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_CaseEvents_At",
                table: "CaseEvents");

            migrationBuilder.DropIndex(
                name: "IX_CaseEvents_Reviewed",
                table: "CaseEvents");

            migrationBuilder.DropColumn(
                name: "Clerk",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "Organisation",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Matter",
                table: "Cases",
                column: "Matter");
        }
    }
}

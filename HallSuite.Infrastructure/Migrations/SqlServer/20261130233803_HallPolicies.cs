using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HallPolicies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases");

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "ImportedAt",
                table: "CountedCalendars",
                type: "datetimeoffset(3)",
                nullable: true,
                oldClrType: typeof(DateTimeOffset),
                oldType: "datetimeoffset(3)");

            migrationBuilder.AddColumn<long>(
                name: "OwedSince",
                table: "CountedCalendars",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CardPolicies",
                columns: table => new
                {
                    Hall = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Policy = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardPolicies", x => x.Hall);
                    table.ForeignKey(
                        name: "FK_CardPolicies_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CasePolicies",
                columns: table => new
                {
                    Hall = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Policy = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePolicies", x => x.Hall);
                    table.ForeignKey(
                        name: "FK_CasePolicies_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases",
                columns: new[] { "Hall", "Department", "DueSort", "Number" },
                filter: "\"EndedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardPolicies");

            migrationBuilder.DropTable(
                name: "CasePolicies");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "OwedSince",
                table: "CountedCalendars");

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "ImportedAt",
                table: "CountedCalendars",
                type: "datetimeoffset(3)",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)),
                oldClrType: typeof(DateTimeOffset),
                oldType: "datetimeoffset(3)",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases",
                columns: new[] { "Department", "DueSort", "Number" },
                filter: "\"EndedAt\" IS NULL");
        }
    }
}

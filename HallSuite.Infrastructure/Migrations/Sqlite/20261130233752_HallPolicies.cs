using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.Sqlite
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

            migrationBuilder.AlterColumn<long>(
                name: "ImportedAt",
                table: "CountedCalendars",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<long>(
                name: "OwedSince",
                table: "CountedCalendars",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CardPolicies",
                columns: table => new
                {
                    Hall = table.Column<Guid>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, collation: "BINARY")
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
                    Hall = table.Column<Guid>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, collation: "BINARY")
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

            migrationBuilder.AlterColumn<long>(
                name: "ImportedAt",
                table: "CountedCalendars",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases",
                columns: new[] { "Department", "DueSort", "Number" },
                filter: "\"EndedAt\" IS NULL");
        }
    }
}

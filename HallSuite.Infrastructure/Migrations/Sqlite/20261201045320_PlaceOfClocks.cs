using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlaceOfClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Clocks_Lit",
                table: "Clocks");

            migrationBuilder.AddColumn<Guid>(
                name: "Department",
                table: "Clocks",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "Hall",
                table: "Clocks",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.Sql("""
                UPDATE "Clocks" SET
                    "Hall" = (SELECT "Cases"."Hall" FROM "Cases" WHERE "Cases"."Id" = "Clocks"."Case"),
                    "Department" = (SELECT "Cases"."Department" FROM "Cases" WHERE "Cases"."Id" = "Clocks"."Case");
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Lit",
                table: "Clocks",
                columns: new[] { "Hall", "Light", "Department", "Case" },
                filter: "\"State\" = 'Running' AND \"Light\" <> 'None'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Clocks_Lit",
                table: "Clocks");

            migrationBuilder.DropColumn(
                name: "Department",
                table: "Clocks");

            migrationBuilder.DropColumn(
                name: "Hall",
                table: "Clocks");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Lit",
                table: "Clocks",
                column: "Light",
                filter: "\"State\" = 'Running' AND \"Light\" <> 'None'");
        }
    }
}

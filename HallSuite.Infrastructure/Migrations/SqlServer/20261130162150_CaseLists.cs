using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CaseLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_Matter",
                table: "Cases");

            migrationBuilder.AddColumn<string>(
                name: "Organisation",
                table: "Cases",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

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
                name: "IX_CaseEvents_Reviewed",
                table: "CaseEvents",
                columns: new[] { "WhoId", "At" },
                filter: "\"Act\" IN ('PassStep', 'ReturnStep', 'Approve', 'Refuse')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_CaseEvents_Reviewed",
                table: "CaseEvents");

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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_Department_State_DueSort_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps");

            migrationBuilder.AddColumn<string>(
                name: "Light",
                table: "Cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "None",
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReviewedAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "UntakenSince",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Joint",
                table: "CaseSteps",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Cases that are there already: joint steps, the heaviest light of the running limits, and since when somebody has to take a step or to decide.
            migrationBuilder.Sql("""
                UPDATE "CaseSteps" SET "Joint" = TRUE
                WHERE "State" IN ('Waiting', 'Open') AND EXISTS (SELECT 1 FROM "Cases" c WHERE c."Id" = "CaseSteps"."Case" AND c."Department" <> "CaseSteps"."Department")
                """);
            migrationBuilder.Sql("""
                UPDATE "Cases" SET "UntakenSince" = (
                    SELECT MIN(s."OpenedAt") FROM "CaseSteps" s
                    WHERE s."Case" = "Cases"."Id" AND s."State" = 'Open' AND s."Reviewer" IS NULL AND s."Joint" = FALSE)
                WHERE "EndedAt" IS NULL
                """);
            migrationBuilder.Sql("""
                UPDATE "Cases" SET "Light" = CASE
                    WHEN EXISTS (SELECT 1 FROM "Clocks" k WHERE k."Case" = "Cases"."Id" AND k."State" = 'Running' AND k."Light" = 'Red') THEN 'Red'
                    WHEN EXISTS (SELECT 1 FROM "Clocks" k WHERE k."Case" = "Cases"."Id" AND k."State" = 'Running' AND k."Light" = 'Yellow') THEN 'Yellow'
                    ELSE 'Blue' END
                WHERE "Id" IN (SELECT k."Case" FROM "Clocks" k WHERE k."State" = 'Running' AND k."Light" <> 'None')
                """);
            migrationBuilder.Sql("""
                UPDATE "Cases" SET "ReviewedAt" = (SELECT MAX(s."PassedAt") FROM "CaseSteps" s WHERE s."Case" = "Cases"."Id")
                WHERE "State" = 'UnderReview' AND NOT EXISTS (SELECT 1 FROM "CaseSteps" s WHERE s."Case" = "Cases"."Id" AND s."State" <> 'Passed')
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Department_Hall_State_DueSort_Number",
                table: "Cases",
                columns: new[] { "Department", "Hall", "State", "DueSort", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Hall_State_DueSort_Number",
                table: "Cases",
                columns: new[] { "Hall", "State", "DueSort", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_LightOfHall",
                table: "Cases",
                columns: new[] { "Hall", "Light", "DueSort", "Number" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases",
                columns: new[] { "Department", "Hall", "DueSort", "Number", "Light" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Reviewed",
                table: "Cases",
                columns: new[] { "Hall", "ReviewedAt", "Department", "DueSort", "Number", "Light" },
                filter: "\"ReviewedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Untaken",
                table: "Cases",
                columns: new[] { "Hall", "UntakenSince", "Department", "DueSort", "Number", "Light" },
                filter: "\"UntakenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps",
                columns: new[] { "Department", "Joint", "Case", "Reviewer" },
                filter: "\"State\" = 'Open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_Department_Hall_State_DueSort_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Hall_State_DueSort_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_LightOfHall",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Reviewed",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Untaken",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Light",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReviewedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "UntakenSince",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Joint",
                table: "CaseSteps");

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_Open",
                table: "CaseSteps",
                column: "Department",
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Department_State_DueSort_Number",
                table: "Cases",
                columns: new[] { "Department", "State", "DueSort", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfDepartment",
                table: "Cases",
                columns: new[] { "Department", "DueSort", "Number" },
                filter: "\"EndedAt\" IS NULL");
        }
    }
}

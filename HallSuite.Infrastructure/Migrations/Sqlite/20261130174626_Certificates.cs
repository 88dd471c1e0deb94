using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Certificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Matter = table.Column<Guid>(type: "TEXT", nullable: false),
                    Department = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hall = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Identifier = table.Column<string>(type: "TEXT", maxLength: 126, nullable: true, collation: "BINARY"),
                    HolderShown = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY"),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    HolderLookup = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Document = table.Column<Guid>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Authority = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false, collation: "BINARY"),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateTypes", x => new { x.Authority, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_EndedOfHall",
                table: "Cases",
                columns: new[] { "Hall", "EndedAt", "Number" },
                filter: "\"EndedAt\" IS NOT NULL");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "CertificateTypes");

            migrationBuilder.DropIndex(
                name: "IX_Cases_EndedOfHall",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenByKey",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenOfState",
                table: "Cases");
        }
    }
}

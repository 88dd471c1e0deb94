using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DocumentWord",
                table: "Departments",
                type: "TEXT",
                maxLength: 10,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.CreateTable(
                name: "DocumentSeries",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentSeries", x => x.Series);
                });

            migrationBuilder.CreateTable(
                name: "IssuedDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Hall = table.Column<Guid>(type: "TEXT", nullable: true),
                    Department = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organ = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY"),
                    Addressee = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY"),
                    Series = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Serial = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    VerifyCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    VerifyUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Model = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VoidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VoidReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_Departments_Department",
                        column: x => x.Department,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IssuedDocuments_Halls_Hall",
                        column: x => x.Hall,
                        principalTable: "Halls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Departments_DocumentWord",
                table: "Departments",
                column: "DocumentWord",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_Department",
                table: "IssuedDocuments",
                column: "Department");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_Hall",
                table: "IssuedDocuments",
                column: "Hall");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_Series_Serial",
                table: "IssuedDocuments",
                columns: new[] { "Series", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssuedDocuments_VerifyCode",
                table: "IssuedDocuments",
                column: "VerifyCode",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentSeries");

            migrationBuilder.DropTable(
                name: "IssuedDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Departments_DocumentWord",
                table: "Departments");

            migrationBuilder.DropColumn(
                name: "DocumentWord",
                table: "Departments");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CatalogueAndDocuments : Migration
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
                name: "CalendarYears",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarYears", x => x.Year);
                });

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

            migrationBuilder.CreateTable(
                name: "Matters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 33, nullable: false, collation: "BINARY"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Department = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    SearchKey = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY"),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Objects = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Visits = table.Column<int>(type: "INTEGER", nullable: false),
                    Online = table.Column<bool>(type: "INTEGER", nullable: false),
                    Booking = table.Column<bool>(type: "INTEGER", nullable: false),
                    Courier = table.Column<bool>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Matters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Matters_Departments_Department",
                        column: x => x.Department,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Standards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Matter = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false, collation: "BINARY"),
                    DraftedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Standards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Standards_Matters_Matter",
                        column: x => x.Matter,
                        principalTable: "Matters",
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

            migrationBuilder.CreateIndex(
                name: "IX_Matters_Code",
                table: "Matters",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Matters_Department",
                table: "Matters",
                column: "Department");

            migrationBuilder.CreateIndex(
                name: "IX_Standards_Matter_Number",
                table: "Standards",
                columns: new[] { "Matter", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarYears");

            migrationBuilder.DropTable(
                name: "DocumentSeries");

            migrationBuilder.DropTable(
                name: "IssuedDocuments");

            migrationBuilder.DropTable(
                name: "Standards");

            migrationBuilder.DropTable(
                name: "Matters");

            migrationBuilder.DropIndex(
                name: "IX_Departments_DocumentWord",
                table: "Departments");

            migrationBuilder.DropColumn(
                name: "DocumentWord",
                table: "Departments");
        }
    }
}

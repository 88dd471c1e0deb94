using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HallSuite.Infrastructure.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CardFollowUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswerBy",
                table: "Cards",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FollowedAt",
                table: "Cards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Paper",
                table: "Cards",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PaperNumber",
                table: "Cards",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "PhoneCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Card = table.Column<Guid>(type: "uuid", nullable: false),
                    Hall = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    With = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    Promise = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "IX_PhoneCalls_Card_At",
                table: "PhoneCalls",
                columns: new[] { "Card", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCalls_Hall",
                table: "PhoneCalls",
                column: "Hall");

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
                name: "PhoneCalls");

            migrationBuilder.DropIndex(
                name: "IX_Cards_Paper",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Cards_Silent",
                table: "Cards");

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
        }
    }
}

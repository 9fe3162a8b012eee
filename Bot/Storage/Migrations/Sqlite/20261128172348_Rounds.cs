using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Register_Person_Item_Version",
                table: "Register");

            migrationBuilder.AddColumn<string>(
                name: "Round",
                table: "Register",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RoundMembers",
                columns: table => new
                {
                    Round = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Issued = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Sent = table.Column<string>(type: "TEXT", nullable: false),
                    Messages = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundMembers", x => new { x.Round, x.Person });
                });

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Trigger = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Pauses = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Register_Person_Item_Version_Round",
                table: "Register",
                columns: new[] { "Person", "Item", "Version", "Round" },
                unique: true,
                filter: "\"Kind\" = 'acknowledged'");

            migrationBuilder.CreateIndex(
                name: "IX_RoundMembers_Person",
                table: "RoundMembers",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_RoundMembers_Round_NextAt",
                table: "RoundMembers",
                columns: new[] { "Round", "NextAt" },
                filter: "\"NextAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RoundMembers");

            migrationBuilder.DropTable(
                name: "Rounds");

            migrationBuilder.DropIndex(
                name: "IX_Register_Person_Item_Version_Round",
                table: "Register");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "Register");

            migrationBuilder.CreateIndex(
                name: "IX_Register_Person_Item_Version",
                table: "Register",
                columns: new[] { "Person", "Item", "Version" },
                unique: true,
                filter: "\"Kind\" = 'acknowledged'");
        }
    }
}

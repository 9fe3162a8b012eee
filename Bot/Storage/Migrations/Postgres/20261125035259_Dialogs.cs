using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Dialogs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WaitsUntil",
                table: "States",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_States_WaitsUntil",
                table: "States",
                column: "WaitsUntil",
                filter: "\"WaitsUntil\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_States_WaitsUntil",
                table: "States");

            migrationBuilder.DropColumn(
                name: "WaitsUntil",
                table: "States");
        }
    }
}

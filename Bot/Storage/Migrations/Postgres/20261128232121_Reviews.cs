using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Policy = table.Column<string>(type: "text", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    FirstPrompted = table.Column<DateOnly>(type: "date", nullable: true),
                    LastPrompted = table.Column<DateOnly>(type: "date", nullable: true),
                    Prompts = table.Column<int>(type: "integer", nullable: false),
                    LaterOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Owner = table.Column<string>(type: "text", nullable: true),
                    OwnerName = table.Column<string>(type: "text", nullable: true),
                    HeadTold = table.Column<DateOnly>(type: "date", nullable: true),
                    ChairTold = table.Column<DateOnly>(type: "date", nullable: true),
                    IsChanged = table.Column<bool>(type: "boolean", nullable: true),
                    ApprovedBy = table.Column<string>(type: "text", nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Next = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBy = table.Column<string>(type: "text", nullable: true),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => new { x.Policy, x.Due });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Reviews");
        }
    }
}

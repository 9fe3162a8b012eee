using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LiveCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SeenAt",
                table: "RoundMembers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LiveCards",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Conversation = table.Column<string>(type: "text", nullable: false),
                    Activity = table.Column<string>(type: "text", nullable: false),
                    Shown = table.Column<string>(type: "text", nullable: true),
                    ShownAt = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveCards", x => x.Name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LiveCards");

            migrationBuilder.DropColumn(
                name: "SeenAt",
                table: "RoundMembers");
        }
    }
}

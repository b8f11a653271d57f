using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ComparisonQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AreWordsCounted",
                table: "DocumentVersions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ComparingUntil",
                table: "DocumentVersions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UncomparedChange",
                table: "DocumentVersions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_UncomparedChange",
                table: "DocumentVersions",
                column: "UncomparedChange",
                filter: "\"UncomparedChange\" IS NOT NULL");

            migrationBuilder.Sql(FormerComparisons.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DocumentVersions_UncomparedChange",
                table: "DocumentVersions");

            migrationBuilder.DropColumn(
                name: "AreWordsCounted",
                table: "DocumentVersions");

            migrationBuilder.DropColumn(
                name: "ComparingUntil",
                table: "DocumentVersions");

            migrationBuilder.DropColumn(
                name: "UncomparedChange",
                table: "DocumentVersions");
        }
    }
}

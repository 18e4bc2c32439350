package careworkforce.pipelines.report;

import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.RejectCode;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.report.Block;
import careworkforce.common.report.HtmlTable;
import careworkforce.common.report.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Delivered rows that were not accepted, by reason; files that were not taken in. */
final class RejectsSection {
  private RejectsSection() {}

  static Block[] blocks(Lake lake, Catalogue catalogue, Manifest manifest) {
    List<Block> blocks = new ArrayList<>();
    List<Row> counts = counts(lake, catalogue, manifest);
    blocks.add(counts.isEmpty() ? Block.prose("No row was rejected.") : table(counts));
    HtmlTable files = refused(manifest);
    if (!files.isEmpty()) {
      blocks.add(files);
    } else if (manifest.jobs().stream().noneMatch(Manifest.Entry::hadNothingToDo)) {
      blocks.add(Block.prose("No file was refused."));
    }
    return blocks.toArray(Block[]::new);
  }

  /** Table, code, column and rows, the most rows first. */
  private static List<Row> counts(Lake lake, Catalogue catalogue, Manifest manifest) {
    Dataset<Row> all = null;
    for (Manifest.Entry entry : manifest.jobs()) {
      if (catalogue.writer(entry.table()) instanceof Ingest ingest) {
        Rejects rejects = Rejects.of(ingest.writes());
        if (lake.exists(rejects)) {
          Dataset<Row> some = rows(lake, entry.table(), rejects);
          all = all == null ? some : all.unionByName(some);
        }
      }
    }
    if (all == null) {
      return List.of();
    }
    return all.groupBy("table", "code", "column")
        .agg(functions.count(functions.lit(1)).as("rows"))
        .orderBy(
            functions.col("rows").desc(),
            functions.col("table"),
            functions.col("code"),
            functions.col("column"))
        .collectAsList();
  }

  private static Dataset<Row> rows(Lake lake, String table, Rejects rejects) {
    return lake.read(rejects)
        .select(functions.lit(table).as("table"), rejects.code.col(), rejects.column.col());
  }

  static HtmlTable table(List<Row> counts) {
    HtmlTable table =
        HtmlTable.of("Rejected rows by reason")
            .column("Table")
            .column("Code")
            .column("Column")
            .column("The cell or line …")
            .number("Rows");
    for (Row row : counts) {
      String code = row.getString(1);
      table.row(
          row.getString(0), code, row.getString(2), meaning(code), Numbers.whole(row.getLong(3)));
    }
    return table;
  }

  private static String meaning(String code) {
    return Arrays.stream(RejectCode.values())
        .filter(c -> c.name().equals(code))
        .map(RejectCode::meaning)
        .findFirst()
        .orElse("");
  }

  private static HtmlTable refused(Manifest manifest) {
    HtmlTable table = HtmlTable.of("Files not taken in").column("File").column("Why");
    for (Manifest.Entry entry : manifest.jobs()) {
      entry.files().stream()
          .filter(f -> f.status().equals("refused"))
          .forEach(f -> table.row(f.file(), f.note()));
    }
    return table;
  }
}

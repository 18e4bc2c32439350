package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.LogRepair;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Catalogue;
import careworkforce.common.refresh.Holdings;
import careworkforce.common.table.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code maintain mend}. */
@Command(
    name = "mend",
    description = {
      "Takes a table whose log is damaged back to its last good version; the damaged entries are set",
      "aside beside it. The next run or refresh makes the table again, from its files if it has any.",
      "Of a damaged checkpoint whose entries are whole that file alone is, and no version is lost."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce maintain mend silver.esr_spells",
      "  careworkforce maintain mend meta.file_ledger --apply"
    })
final class MendCommand extends Upkeeping {
  @Parameters(paramLabel = "TABLE", description = "Full name, as the error gave it.")
  private String name = "";

  MendCommand(Catalogue catalogue) {
    super(catalogue);
  }

  @Override
  List<Table> tables(Lake lake) {
    return Holdings.of(catalogue).stream().filter(t -> t.fullName().equals(name)).toList();
  }

  @Override
  void keep(Lake lake, List<Table> tables, boolean apply, PrintWriter out) {
    if (tables.isEmpty()) {
      throw UserError.usage(
          "find the table " + name, "no table has that name", "Give the name that the error gave");
    }
    Table table = tables.get(0);
    LogRepair repair = new LogRepair(lake, table);
    OptionalLong damaged = repair.damaged();
    if (damaged.isEmpty()) {
      out.println("The log of " + table + " is whole.");
      return;
    }
    long version = damaged.getAsLong();
    if (repair.losesNoVersion()) {
      out.println(
          "The checkpoint of version "
              + version
              + " in the log of "
              + table
              + " is damaged; every entry is whole, and no version is lost.");
      if (apply) {
        out.println(repair.setAsideCheckpoints() + " files of the log were set aside.");
      }
      return;
    }
    out.println(
        "The log of "
            + table
            + " is damaged from version "
            + version
            + " on"
            + (version == 0
                ? "; no version is good."
                : "; version " + (version - 1) + " is good."));
    if (apply) {
      out.println(repair.setAsideFrom(version) + " files of the log were set aside.");
      takenFromFiles(table).forEach(delivered -> Ingestion.doubt(lake, delivered));
    }
  }

  /** The bronze table that a table is, or that its rejects are of. */
  private List<DeliveredTable> takenFromFiles(Table table) {
    return catalogue.tables().stream()
        .filter(DeliveredTable.class::isInstance)
        .map(DeliveredTable.class::cast)
        .filter(t -> t == table || Rejects.of(t).fullName().equals(table.fullName()))
        .toList();
  }
}

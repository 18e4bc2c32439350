package careworkforce.common.cli;

import careworkforce.common.conf.Setting;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Upkeep;
import careworkforce.common.job.Catalogue;
import careworkforce.common.maintain.Settled;
import careworkforce.common.table.Table;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code maintain vacuum}. */
@Command(
    name = "vacuum",
    description = {
      "Removes data files that only versions older than maintain.retention-days name. Nights that",
      "long ago can then not be reproduced."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce maintain vacuum",
      "  careworkforce maintain vacuum --apply --set maintain.retention-days=90"
    })
final class VacuumCommand extends Upkeeping {
  private static final Setting<Integer> RETENTION =
      Setting.integer("maintain.retention-days", "days", "how long versions are kept", 7, 3_650);
  private static final int HOURS = 24;

  VacuumCommand(Catalogue catalogue) {
    super(catalogue);
  }

  @Override
  void keep(Lake lake, List<Table> tables, boolean apply, PrintWriter out) {
    if (apply) {
      Settled.mustBe(lake, tables, "remove old files");
    }
    double hours = options.settings().value(RETENTION) * (double) HOURS;
    TextTable text = new TextTable("table", apply ? "files removed" : "files to remove");
    for (Table table : tables) {
      Upkeep upkeep = new Upkeep(lake, table);
      int files = upkeep.unnamed(hours).size();
      if (apply && files > 0) {
        upkeep.vacuum(hours);
      }
      text.row(table.fullName(), String.valueOf(files));
    }
    text.print(out);
  }
}

package careworkforce.common.cli;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Upkeep;
import careworkforce.common.job.Catalogue;
import careworkforce.common.maintain.Settled;
import careworkforce.common.table.Table;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code maintain optimize}. */
@Command(
    name = "optimize",
    description = {
      "Puts the small files of tables together where there are many. No row changes,",
      "and nothing that stands on them is made again."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  careworkforce maintain optimize", "  careworkforce maintain optimize --apply"})
final class OptimizeCommand extends Upkeeping {
  private static final Setting<Integer> LEAST_FILES =
      Setting.integer("maintain.least-files", "files", "fewer are left alone", 2, 1_000_000_000);
  private static final Setting<Double> SMALL =
      Setting.number("maintain.small-file", "bytes", "larger files are left alone", 1, 1e12);

  OptimizeCommand(Catalogue catalogue) {
    super(catalogue);
  }

  @Override
  void keep(Lake lake, List<Table> tables, boolean apply, PrintWriter out) {
    if (apply) {
      Settled.mustBe(lake, tables, "put files together");
    }
    TextTable text = new TextTable("table", "files", "MB", apply ? "files after" : "worthwhile");
    for (Table table : tables) {
      Upkeep upkeep = new Upkeep(lake, table);
      Upkeep.Files files = upkeep.files();
      boolean worthwhile = isWorthwhile(files, options.settings());
      if (apply && worthwhile) {
        upkeep.compact();
      }
      if (worthwhile || !apply) {
        text.row(
            table.fullName(),
            String.valueOf(files.files()),
            String.valueOf(files.bytes() / 1_000_000),
            apply ? String.valueOf(upkeep.files().files()) : worthwhile ? "yes" : "no");
      }
    }
    text.print(out);
  }

  private static boolean isWorthwhile(Upkeep.Files files, Settings settings) {
    return files.files() >= settings.value(LEAST_FILES)
        && files.bytes() < files.files() * settings.value(SMALL);
  }
}

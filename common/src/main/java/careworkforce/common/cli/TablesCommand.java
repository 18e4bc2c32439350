package careworkforce.common.cli;

import careworkforce.common.delta.Commit;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tables}. */
@Command(
    name = "tables",
    description = "Every table: its newest version in the lake, and what one row is.",
    footerHeading = "%nExamples:%n",
    footer = {"  careworkforce tables", "  careworkforce tables --lake demo/lake"})
final class TablesCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();
  private final Catalogue catalogue;

  TablesCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    Lake lake = options.lake();
    TextTable text = new TextTable("table", "version", "written", "one row is");
    for (Table table : catalogue.tables()) {
      List<Commit> last = lake.history(table, 1);
      text.row(
          table.fullName(),
          last.isEmpty() ? "–" : String.valueOf(last.get(0).version()),
          last.isEmpty() ? "–" : last.get(0).at().toString(),
          table.grain());
    }
    text.print(spec.commandLine().getOut());
  }
}

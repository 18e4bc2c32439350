package careworkforce.common.cli;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.job.Catalogue;
import careworkforce.common.report.Requirement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands as typed, and what they answered. */
record Terminal(int exit, String out, String err) {
  static final Catalogue CATALOGUE = Catalogue.of(List.of(new Doors.Taken(), new Visits.Made()));
  static final List<Requirement> REQUIREMENTS =
      List.of(
          new Requirement("03.1", "D", "The panel", ""),
          new Requirement("03.2", "C", "The scope", ""),
          new Requirement("03.3", "T", "Headcount", ""),
          new Requirement("07.16", "Q", "Views", "People ask."));

  @Command(name = "careworkforce")
  private static final class Root {}

  /** What is told of a command, such as {@code maintain erase}; of all if empty. */
  static String help(String command) {
    CommandLine told = root();
    for (String name : command.isEmpty() ? new String[0] : command.split(" ")) {
      told = told.getSubcommands().get(name);
    }
    return told.getUsageMessage();
  }

  private static CommandLine root() {
    return Commands.addTo(new CommandLine(new Root()), CATALOGUE, REQUIREMENTS);
  }

  static Terminal type(String... words) {
    CommandLine root = root();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    root.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = ErrorMessages.tellOn(root).execute(words);
    return new Terminal(exit, out.toString(), err.toString());
  }

  /** A lake in a folder, with two versions of the visits. */
  static String lake(Path folder) {
    Lake lake = new Lake(Sparks.session(), folder.toString());
    Provenance by = new Provenance("run-1", "c", Map.of(), Map.of("bronze.doors", 4L), true);
    lake.overwrite(Visits.TABLE, rows(RowFactory.create("a", 5, "1")), by);
    lake.overwrite(
        Visits.TABLE, rows(RowFactory.create("b", null, "2"), RowFactory.create("a", 90, "1")), by);
    return folder.toString();
  }

  static org.apache.spark.sql.Dataset<Row> rows(Row... rows) {
    return Sparks.session().createDataFrame(List.of(rows), Visits.TABLE.schema());
  }
}

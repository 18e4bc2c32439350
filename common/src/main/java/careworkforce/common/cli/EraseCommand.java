package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.ErasedPersons;
import careworkforce.common.job.Catalogue;
import careworkforce.common.maintain.Erasure;
import careworkforce.common.table.Table;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code maintain erase}. */
@Command(
    name = "erase",
    description = {
      "Removes a person from every table and every old version, and proves it by reading all data",
      "files that are left. Old versions of the tables concerned can then not be read. Rows of",
      "delivered files that name the person are left out from then on, whenever a file is read again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce maintain erase --person 0123456789abcdef0123456789abcdef",
      "  careworkforce maintain erase --person 0123456789abcdef0123456789abcdef --apply"
    })
final class EraseCommand extends Upkeeping {
  @Option(
      names = "--person",
      paramLabel = "PSEUDONYM",
      required = true,
      description = "As it stands in the tables; 'pseudonym' makes it of an identifier.")
  private String person = "";

  EraseCommand(Catalogue catalogue) {
    super(catalogue);
  }

  @Override
  void keep(Lake lake, List<Table> tables, boolean apply, PrintWriter out) {
    if (!person.matches("[0-9a-f]{32}")) {
      throw UserError.usage(
          "erase a person",
          "the " + person.length() + " characters given by --person are no pseudonym",
          "Give its 32 of 0 to 9 and a to f, as they stand in the tables");
    }
    Erasure erasure = new Erasure(lake, tables);
    List<Erasure.Trace> traces = apply ? erasure.erase(person) : erasure.traces(person);
    TextTable text = new TextTable("table", "rows", "rows in files of any version");
    traces.forEach(
        t -> text.row(t.table().fullName(), String.valueOf(t.rows()), String.valueOf(t.inFiles())));
    text.print(out);
    if (traces.isEmpty()) {
      out.println(
          "No data file named the person before this: see that the pseudonym is the one that stands"
              + " in the tables.");
    }
    if (apply) {
      out.println("No data file of " + tables.size() + " tables names the person now.");
      out.println(
          "Files are read without the rows of "
              + ErasedPersons.of(lake).count()
              + " persons erased so far.");
    }
  }
}

package careworkforce.common.cli;

import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Serves;
import careworkforce.common.table.Table;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code describe}. */
@Command(
    name = "describe",
    description = "A table's contract: grain, columns with types, units and codes, checks, use.",
    footerHeading = "%nExamples:%n",
    footer = "  careworkforce describe silver.esr_spells")
final class DescribeCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TABLE",
      description = "Full name, such as silver.esr_spells.",
      completionCandidates = TableNames.class)
  private String name = "";

  private final Catalogue catalogue;

  DescribeCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    options.settings();
    Job job = TableNames.job(catalogue, name);
    Table table = job.writes();
    PrintWriter out = spec.commandLine().getOut();
    out.println(table.fullName() + ": " + table.grain());
    out.println("  key: " + names(table.key()));
    out.println("  laid out by: " + names(table.partitions()));
    out.println("  sensitivity: " + table.sensitivity().name().toLowerCase(java.util.Locale.ROOT));
    out.println("  made by: " + job.getClass().getName());
    out.println("  reads: " + (job.reads().isEmpty() ? job.source() : job.reads()));
    if (!job.canLack().isEmpty()) {
      out.println("  can do without: " + job.canLack());
    }
    out.println();
    columns(table).print(out);
    codes(table, out);
    promises(table, out);
  }

  private static String names(java.util.List<Field> fields) {
    return fields.isEmpty()
        ? "none"
        : fields.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private static TextTable columns(Table table) {
    TextTable text = new TextTable("column", "type", "filled", "meaning");
    for (Field field : table.fields()) {
      text.row(
          field.name(),
          field.type().simpleString(),
          field.isRequired() ? "always" : "",
          ColumnMeaning.of(field));
    }
    return text;
  }

  private static void codes(Table table, PrintWriter out) {
    for (Field field : table.fields()) {
      CodeList codes = field.codes();
      if (codes != null) {
        out.println();
        out.println("Codes of " + field.name() + " (" + codes.name() + ", " + codes.source() + ")");
        codes.labels().forEach((code, label) -> out.println("  " + code + "  " + label));
      }
    }
  }

  private static void promises(Table table, PrintWriter out) {
    for (Check check : table.checks()) {
      out.println();
      out.println(check.severity() + " " + check.code() + ": " + check.meaning());
    }
    for (Serves serves : table.serves()) {
      out.println();
      out.println(
          (serves.limit() ? "Limits " : "Serves ") + serves.requirement() + ": " + serves.note());
    }
  }
}

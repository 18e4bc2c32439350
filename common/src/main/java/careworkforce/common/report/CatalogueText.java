package careworkforce.common.report;

import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Serves;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue as Markdown: every table's contract, from the contracts themselves. */
public final class CatalogueText {
  private static final int MANY_COLUMNS = 40;

  private CatalogueText() {}

  /** The whole text, tables in the way of the data. */
  public static String markdown(Catalogue catalogue) {
    List<String> lines = new ArrayList<>();
    lines.add("# Catalogue");
    lines.add("");
    lines.add(
        "Every table, from its own contract. Written by `careworkforce catalogue`; do not edit.");
    for (Layer layer : Layer.values()) {
      List<Job> jobs = catalogue.jobs().stream().filter(j -> j.writes().layer() == layer).toList();
      if (!jobs.isEmpty()) {
        contents(layer, jobs, lines);
        jobs.forEach(job -> table(job, catalogue, lines));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void contents(Layer layer, List<Job> jobs, List<String> lines) {
    lines.add("");
    lines.add("## " + layer.label());
    lines.add("");
    lines.add("| table | one row is | key |");
    lines.add("|---|---|---|");
    for (Job job : jobs) {
      Table table = job.writes();
      lines.add(row(link(table), table.grain(), names(table.key())));
    }
  }

  private static void table(Job job, Catalogue catalogue, List<String> lines) {
    Table table = job.writes();
    lines.add("");
    lines.add("### " + table.fullName());
    lines.add("");
    lines.add(table.grain() + ".");
    lines.add("");
    lines.add("- key: " + names(table.key()));
    lines.add("- laid out by: " + names(table.partitions()));
    lines.add("- sensitivity: " + table.sensitivity().name().toLowerCase(Locale.ROOT));
    lines.add("- written by: `" + job.getClass().getSimpleName() + "`");
    lines.add("- reads: " + (job.reads().isEmpty() ? job.source() : links(job.reads())));
    if (!job.canLack().isEmpty()) {
      lines.add("- can do without: " + links(job.canLack()));
    }
    lines.add("- read by: " + readers(table, catalogue));
    settings(job, lines);
    for (Serves serves : table.serves()) {
      String how = serves.limit() ? "limits " : "serves ";
      lines.add("- " + how + serves.requirement() + ": " + cell(serves.note()));
    }
    for (Check check : table.checks()) {
      lines.add("- " + mode(check) + " `" + check.code() + "`: " + cell(check.meaning()));
    }
    columns(table, lines);
  }

  private static String mode(Check check) {
    return switch (check.severity()) {
      case FAIL -> "must";
      case QUARANTINE -> "must, or be set aside,";
      case WARN -> "should";
    };
  }

  private static void settings(Job job, List<String> lines) {
    if (!job.settings().isEmpty()) {
      lines.add(
          "- settings: "
              + job.settings().stream()
                  .map(s -> "`" + s.key() + "`")
                  .collect(Collectors.joining(", ")));
    }
  }

  private static void columns(Table table, List<String> lines) {
    boolean fold = table.fields().size() > MANY_COLUMNS;
    lines.add("");
    if (fold) {
      lines.add("<details><summary>" + table.fields().size() + " columns</summary>");
      lines.add("");
    }
    lines.add("| column | type | meaning | unit |");
    lines.add("|---|---|---|---|");
    for (Field field : table.fields()) {
      String unit = field.unit() == null ? "" : String.valueOf(field.unit());
      String name = "`" + field.name() + "`" + (field.isRequired() ? " *" : "");
      lines.add(row(name, field.type().simpleString(), meaning(field), unit));
    }
    if (fold) {
      lines.add("");
      lines.add("</details>");
    }
    if (table.fields().stream().anyMatch(Field::isRequired)) {
      lines.add("");
      lines.add("\\* never empty");
    }
  }

  private static String meaning(Field field) {
    CodeList codes = field.codes();
    String list = codes == null ? "" : "; codes " + codes.name() + " (" + codes.source() + ")";
    String whose = field.pseudonymOf();
    return field.meaning() + list + (whose == null ? "" : "; keyed pseudonym of a " + whose);
  }

  private static String readers(Table table, Catalogue catalogue) {
    List<Table> readers =
        catalogue.jobs().stream().filter(j -> j.reads().contains(table)).map(Job::writes).toList();
    return readers.isEmpty() ? "nothing yet" : links(readers);
  }

  private static String links(List<Table> tables) {
    return tables.stream().map(CatalogueText::link).collect(Collectors.joining(", "));
  }

  private static String link(Table table) {
    return "[" + table.fullName() + "](#" + table.fullName().replace(".", "") + ")";
  }

  private static String names(List<Field> fields) {
    return fields.isEmpty()
        ? "none"
        : fields.stream().map(f -> "`" + f.name() + "`").collect(Collectors.joining(", "));
  }

  private static String row(String... cells) {
    List<String> safe = List.of(cells).stream().map(CatalogueText::cell).toList();
    return "| " + String.join(" | ", safe) + " |";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\R", " ").strip();
  }
}

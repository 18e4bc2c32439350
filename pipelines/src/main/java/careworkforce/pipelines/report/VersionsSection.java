package careworkforce.pipelines.report;

import careworkforce.common.job.Manifest;
import careworkforce.common.report.Block;
import careworkforce.common.report.HtmlTable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The version of every table, and of every table it was made from. */
final class VersionsSection {
  private VersionsSection() {}

  static Block[] blocks(Manifest manifest) {
    HtmlTable table =
        HtmlTable.of("Versions").column("Table").number("Version").column("Made from");
    for (Manifest.Entry entry : manifest.jobs()) {
      table.row(
          entry.table(),
          entry.version() < 0 ? "–" : String.valueOf(entry.version()),
          entry.hadNothingToDo()
              ? "not told: made by a run that was cut off"
              : words(entry.inputs()));
    }
    return new Block[] {
      Block.prose("Any of these can be read again: 'sql \"SELECT … VERSION AS OF …\"'."), table
    };
  }

  private static String words(Map<String, Long> inputs) {
    if (inputs.isEmpty()) {
      return "delivered files or resources";
    }
    return new TreeMap<>(inputs)
        .entrySet().stream()
            .map(e -> e.getKey() + " v" + e.getValue())
            .collect(Collectors.joining(", "));
  }
}

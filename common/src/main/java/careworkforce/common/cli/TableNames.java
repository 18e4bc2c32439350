package careworkforce.common.cli;

import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.table.Table;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The tables' full names, as shells complete them and as people mistype them. */
final class TableNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Catalogue.declared().tables().stream().map(Table::fullName).iterator();
  }

  /** The job that makes a table. */
  static Job job(Catalogue catalogue, String name) {
    Job job = catalogue.writer(name);
    if (job == null) {
      throw UserError.usage(
          "find the table " + name,
          "no table has that name",
          "Did you mean " + nearest(catalogue, name) + "? 'tables' lists all");
    }
    return job;
  }

  static Table table(Catalogue catalogue, String name) {
    return job(catalogue, name).writes();
  }

  private static String nearest(Catalogue catalogue, String name) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    List<String> all = catalogue.tables().stream().map(Table::fullName).toList();
    return all.stream()
        .min(
            Comparator.comparingInt(
                    (String t) -> Math.min(distance.apply(name, t), distance.apply(name, bare(t))))
                .thenComparing(t -> t))
        .orElse("(no table is declared)");
  }

  private static String bare(String fullName) {
    return fullName.substring(fullName.indexOf('.') + 1);
  }
}

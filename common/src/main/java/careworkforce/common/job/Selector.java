package careworkforce.common.job;

import careworkforce.common.error.UserError;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Which jobs are meant, as in dbt: {@code silver.esr_spells} one table, {@code bronze.*} a pattern,
 * {@code gold.socialcare} a study (tables whose name begins so), {@code +x} with all before it,
 * {@code x+} with all that stand on it.
 */
public final class Selector {
  private Selector() {}

  /** The full names of the tables selected, in the catalogue's order; all if nothing is given. */
  public static List<String> select(Catalogue catalogue, List<String> selectors) {
    List<String> all = catalogue.tables().stream().map(t -> t.fullName()).toList();
    if (selectors.isEmpty()) {
      return all;
    }
    Set<String> chosen = new LinkedHashSet<>();
    for (String selector : selectors) {
      chosen.addAll(matching(catalogue, all, selector));
    }
    return all.stream().filter(chosen::contains).toList();
  }

  private static Set<String> matching(Catalogue catalogue, List<String> all, String selector) {
    boolean up = selector.startsWith("+");
    boolean down = selector.endsWith("+") && selector.length() > 1;
    String name = selector.substring(up ? 1 : 0, selector.length() - (down ? 1 : 0));
    Pattern pattern = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
    List<String> direct = all.stream().filter(t -> pattern.matcher(t).matches()).toList();
    if (direct.isEmpty()) {
      direct = all.stream().filter(t -> t.startsWith(name + "_")).toList();
    }
    if (direct.isEmpty()) {
      throw unknown(selector, name, all);
    }
    Set<String> found = new LinkedHashSet<>(direct);
    for (String table : direct) {
      if (up) {
        found.addAll(catalogue.upstream(table));
      }
      if (down) {
        found.addAll(catalogue.downstream(table));
      }
    }
    return found;
  }

  private static UserError unknown(String selector, String name, List<String> all) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String nearest =
        all.stream()
            .min(
                Comparator.comparingInt((String t) -> distance.apply(name, t))
                    .thenComparing(t -> t))
            .orElse("no table at all");
    return UserError.usage(
        "select " + selector, "no table has that name", "Did you mean " + nearest + "?");
  }
}

package careworkforce.common.estimate.decompose;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.linear.ClusterScores;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A gap between two groups' means and the parts it is made of.
 *
 * @param kind such as threefold
 * @param first group whose mean comes first
 * @param second group whose mean is taken off
 * @param whole the gap: mean of the first less mean of the second
 * @param parts which sum to the gap
 */
public record Decomposition(
    String kind, String first, String second, Part whole, List<Part> parts) {
  /**
   * One part.
   *
   * @param name such as explained
   * @param total its size
   * @param detail one a regressor, constant first, summing to the total
   * @param scores what each cluster adds to the total; null without clusters
   */
  public record Part(
      String name, Coefficient total, List<Coefficient> detail, @Nullable ClusterScores scores) {}

  /** Mean of the first less mean of the second. */
  public Coefficient gap() {
    return whole.total();
  }

  /**
   * A part by name.
   *
   * @throws UserError if there is none
   */
  public Part part(String name) {
    return parts.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.usage(
                    "give part '" + name + "'",
                    "the parts are " + parts.stream().map(Part::name).toList(),
                    "Ask for one of these"));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind + ": " + first + " less " + second + "\n");
    line(text, "gap", gap());
    for (Part part : parts) {
      line(text, part.name(), part.total());
      part.detail().forEach(c -> line(text, "  " + c.name(), c));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Coefficient c) {
    text.append(
        String.format(Locale.ROOT, "%-24s %12.6g (%.6g)%n", name, c.estimate(), c.standardError()));
  }
}

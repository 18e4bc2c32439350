package careworkforce.common.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file's header held against a layout: at which cell each taken column stands.
 *
 * @param headers as delivered; for a file without header, the names by position
 * @param cells cell of each column of the recipe, -1 for an optional one that is not there
 * @param hidden true for a cell that is never shown: it holds a declared identifier, or in a file
 *     that may tell who persons are, a column that the layout does not know
 * @param declared true for a cell that need not be watched for identifiers
 * @param ofLife true for a cell of a file about persons whose header speaks of birth or death
 * @param unknown headers that the layout does not know
 * @param total cell that tells a row of totals, -1 for none
 */
record Binding(
    List<String> headers,
    int[] cells,
    boolean[] hidden,
    boolean[] declared,
    boolean[] ofLife,
    List<String> unknown,
    int total) {

  /** Binds by name. */
  static Binding byName(Recipe recipe, List<String> headers) throws Refusal {
    Map<String, Integer> at = new HashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      String folded = recipe.fold(headers.get(i));
      if (at.putIfAbsent(folded, i) != null && takes(recipe, folded)) {
        throw new Refusal(
            "the header names column " + headers.get(i) + " twice",
            "Deliver the file with one column of that name");
      }
    }
    int[] cells = new int[recipe.columns().size()];
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      Recipe.Column column = recipe.columns().get(i);
      cells[i] = at.getOrDefault(recipe.fold(column.name()), -1);
      if (cells[i] < 0 && !column.optional()) {
        missing.add(column.name());
      }
    }
    if (!missing.isEmpty()) {
      throw missing(recipe, headers, missing);
    }
    String total = recipe.totalColumn();
    return bound(recipe, headers, cells, total == null ? -1 : at.getOrDefault(total, -1));
  }

  private static boolean takes(Recipe recipe, String folded) {
    return recipe.columns().stream().anyMatch(c -> recipe.fold(c.name()).equals(folded));
  }

  private static Refusal missing(Recipe recipe, List<String> headers, List<String> missing) {
    if (headers.size() == 1 && recipe.columns().size() > 1) {
      String cuts = "'" + String.join("' or '", recipe.delimiters().split("")) + "'";
      return new Refusal(
          "its header is one cell when cut at "
              + cuts
              + ", so that column "
              + missing.get(0)
              + " is missing",
          "Deliver it with " + cuts + " between cells, or declare a layout with its delimiter");
    }
    return new Refusal(
        (missing.size() == 1 ? "column " : "columns ")
            + String.join(", ", missing)
            + (missing.size() == 1 ? " is" : " are")
            + " missing from its header",
        "Deliver the file with it, or declare a layout for its period that takes it if there");
  }

  /** Binds by position, of a file without header. */
  static Binding byPosition(Recipe recipe) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= recipe.width(); i++) {
      names.add("column " + i);
    }
    int[] cells = new int[recipe.columns().size()];
    for (int i = 0; i < cells.length; i++) {
      Recipe.Column column = recipe.columns().get(i);
      cells[i] = column.position() - 1;
      names.set(cells[i], column.name());
    }
    return bound(recipe, names, cells, names.indexOf(String.valueOf(recipe.totalColumn())));
  }

  private static Binding bound(Recipe recipe, List<String> headers, int[] cells, int total) {
    boolean[] hidden = new boolean[headers.size()];
    boolean[] declared = new boolean[headers.size()];
    boolean[] ofLife = new boolean[headers.size()];
    boolean[] taken = new boolean[headers.size()];
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] >= 0) {
        taken[cells[i]] = true;
        hidden[cells[i]] |= recipe.columns().get(i).parse().identifies();
        ofLife[cells[i]] |= DirectIdentifiers.ofLife(recipe.columns().get(i).name());
      }
    }
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      String folded = recipe.fold(headers.get(i));
      hidden[i] |= recipe.identifiersLeft().contains(folded);
      declared[i] = hidden[i] || recipe.notPersonal().contains(folded);
      ofLife[i] = recipe.personal() && (ofLife[i] || DirectIdentifiers.ofLife(headers.get(i)));
      boolean known =
          taken[i] || declared[i] || recipe.left().contains(folded) || recipe.positional();
      if (!known) {
        hidden[i] = recipe.tellsOfPersons();
        unknown.add(headers.get(i).isBlank() ? "(blank)" : headers.get(i));
      }
    }
    return new Binding(List.copyOf(headers), cells, hidden, declared, ofLife, unknown, total);
  }
}

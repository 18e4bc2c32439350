package careworkforce.common.ingest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Watches the columns of a file that are not declared as identifiers. NHS and national insurance
 * numbers are watched for in every table; names, postcodes, dates of birth, phones and e-mail in
 * tables about persons.
 */
final class IdentifierWatch {
  private static final int SAMPLE = 200;
  private static final int LEAST = 3;
  private static final double SHARE = 0.8;
  private final Binding binding;
  private final boolean personal;
  private final int[] filled;
  private final int[] births;
  private final boolean[] ofBirth;
  private final List<Map<DirectIdentifiers.Kind, Integer>> found;
  private int rows;

  IdentifierWatch(Binding binding, boolean personal) throws Refusal {
    this.binding = binding;
    this.personal = personal;
    int width = binding.headers().size();
    filled = new int[width];
    births = new int[width];
    ofBirth = new boolean[width];
    for (int i = 0; i < width; i++) {
      ofBirth[i] = personal && DirectIdentifiers.ofBirth(binding.headers().get(i));
    }
    found =
        java.util.stream.Stream.generate(
                () ->
                    (Map<DirectIdentifiers.Kind, Integer>)
                        new EnumMap<DirectIdentifiers.Kind, Integer>(DirectIdentifiers.Kind.class))
            .limit(width)
            .toList();
    for (int i = 0; personal && i < width; i++) {
      if (!binding.declared()[i] && DirectIdentifiers.named(binding.headers().get(i))) {
        throw refusal(i, "has the name of a direct identifier");
      }
    }
  }

  /** Looks at a row that has as many cells as the header, until enough were seen. */
  void see(Cells cells) throws Refusal {
    if (rows >= SAMPLE) {
      return;
    }
    for (int i = 0; i < filled.length; i++) {
      if (!binding.declared()[i]) {
        see(i, cells);
      }
    }
    if (++rows == SAMPLE) {
      conclude();
    }
  }

  private void see(int cell, Cells cells) {
    byte[] bytes = cells.at(cell);
    if (cells.from() == cells.to()) {
      return;
    }
    filled[cell]++;
    DirectIdentifiers.Kind kind = DirectIdentifiers.kind(bytes, cells.from(), cells.to());
    if (kind != DirectIdentifiers.Kind.NONE) {
      found.get(cell).merge(kind, 1, Integer::sum);
    }
    if (ofBirth[cell] && DirectIdentifiers.fullDate(bytes, cells.from(), cells.to())) {
      births[cell]++;
    }
  }

  /** Refuses the file if most of a column's cells seen look like an identifier. */
  void conclude() throws Refusal {
    for (int i = 0; i < filled.length; i++) {
      if (filled[i] < LEAST) {
        continue;
      }
      if (personal && births[i] >= SHARE * filled[i]) {
        throw refusal(i, "holds dates of birth");
      }
      for (Map.Entry<DirectIdentifiers.Kind, Integer> entry : found.get(i).entrySet()) {
        boolean always =
            entry.getKey() == DirectIdentifiers.Kind.NHS_NUMBER
                || entry.getKey() == DirectIdentifiers.Kind.NINO;
        if ((personal || always) && entry.getValue() >= SHARE * filled[i]) {
          throw refusal(
              i,
              "looks like "
                  + entry.getKey().words()
                  + " in "
                  + entry.getValue()
                  + " of the first "
                  + filled[i]
                  + " cells");
        }
      }
    }
  }

  private Refusal refusal(int cell, String because) {
    String header = binding.headers().get(cell);
    return new Refusal(
        "column " + header + " " + because + " and is not declared as one",
        "Deliver the file without it, or declare it in the layout: leaveIdentifiers(\""
            + header
            + "\") to drop it, an identifier() to write its pseudonym, notPersonal(\""
            + header
            + "\") if it is about no person");
  }
}

package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Resource;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An NHS trust as it stood at the beginning of 2012 (ODS {@code etr.csv}, Open Government Licence),
 * with the code it has after each merger.
 *
 * @param code ODS code in January 2012
 * @param icb integrated care board of 2021 that it, or its successor, belongs to
 */
public record Trust(String code, String name, Region region, String kind, String icb) {
  private record Merger(String successor, int month) {}

  private static final Map<String, Merger> MERGERS = mergers();

  /** Every trust of January 2012. */
  public static final List<Trust> ALL =
      Resource.rows(Trust.class, "trusts.tsv").stream()
          .map(row -> new Trust(row[0], row[1], Region.of(row[2]), row[3], row[4]))
          .toList();

  /** The end of the study's window: the pipelines keep staff under the codes of this month. */
  private static final int WINDOW_END = WorldSettings.LAST.number();

  private static final Map<Region, List<Trust>> BY_REGION = byRegion();

  private static Map<String, Merger> mergers() {
    Map<String, Merger> mergers = new HashMap<>();
    for (String[] row : Resource.rows(Trust.class, "mergers.tsv")) {
      mergers.put(row[0], new Merger(row[1], Month.parse(row[2]).number()));
    }
    return mergers;
  }

  private static Map<Region, List<Trust>> byRegion() {
    Map<Region, List<Trust>> trusts = new HashMap<>();
    for (Trust trust : ALL) {
      trusts.computeIfAbsent(trust.region(), r -> new ArrayList<>()).add(trust);
    }
    return trusts;
  }

  /** One of all trusts. */
  static Trust any(Draw draw) {
    return ALL.get(draw.below(ALL.size()));
  }

  /** One of the trusts of a region. */
  public static Trust in(Region region, Draw draw) {
    List<Trust> trusts = BY_REGION.getOrDefault(region, ALL);
    return trusts.get(draw.below(trusts.size()));
  }

  /** This one, or the next of its region that is another organisation in a month than one left. */
  Trust orNext(Trust left, int month) {
    List<Trust> near = BY_REGION.getOrDefault(region, ALL);
    int at = near.indexOf(this);
    for (int i = 0; i < near.size(); i++) {
      Trust next = near.get((at + i) % near.size());
      if (!next.codeIn(month).equals(left.codeIn(month))) {
        return next;
      }
    }
    return this;
  }

  /** The code that its staff stand under in a month. */
  public String codeIn(int month) {
    String now = code;
    for (Merger next = MERGERS.get(now);
        next != null && next.month() <= month;
        next = MERGERS.get(now)) {
      now = next.successor();
    }
    return now;
  }

  /** The code that it, or its successor, has at the end of the study's window. */
  public String lastCode() {
    return codeIn(WINDOW_END);
  }

  /** A number of its own for each code; the hash codes of RGT and RH5, say, are one. */
  static long number(String code) {
    return Long.parseLong(code, Character.MAX_RADIX);
  }

  /** The first trust of 2012 whose last code is this one. */
  static Trust last(String code) {
    return under(code, WINDOW_END);
  }

  /** A trust of 2012 whose staff stand under a code in a month. */
  public static Trust under(String code, int month) {
    return ALL.stream().filter(t -> t.codeIn(month).equals(code)).findFirst().orElseThrow();
  }

  /** Whether a month is the last before its code changes. */
  boolean mergesAfter(int month) {
    return !codeIn(month).equals(codeIn(month + 1));
  }
}

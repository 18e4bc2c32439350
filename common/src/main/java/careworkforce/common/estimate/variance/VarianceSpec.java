package careworkforce.common.estimate.variance;

import careworkforce.common.error.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Which variance matrix is wanted. */
public sealed interface VarianceSpec {
  /** As printed and as {@link #parse} reads. */
  String text();

  /** Columns whose levels it needs, {@code a^b} for combinations. */
  default List<String> clusterColumns() {
    return List.of();
  }

  /** Columns whose numbers it needs. */
  default List<String> numberColumns() {
    return List.of();
  }

  /** One variance for all rows. */
  record Iid() implements VarianceSpec {
    @Override
    public String text() {
      return "iid";
    }
  }

  /** A variance for each row; kind 0 to 3 as in MacKinnon and White (1985). */
  record Hetero(int kind) implements VarianceSpec {
    @Override
    public String text() {
      return "HC" + kind;
    }
  }

  /** Rows of a cluster may move together; several columns for multi-way clusters. */
  record Cluster(List<String> columns) implements VarianceSpec {
    @Override
    public String text() {
      return "cluster:" + String.join("+", columns);
    }

    @Override
    public List<String> clusterColumns() {
      return columns;
    }
  }

  /**
   * One-way cluster with the bias reduction CR2 (Bell and McCaffrey; t with Satterthwaite's degrees
   * of freedom) or the jackknife CR3.
   */
  record ClusterReduced(int kind, String column) implements VarianceSpec {
    @Override
    public String text() {
      return "cr" + kind + ":" + column;
    }

    @Override
    public List<String> clusterColumns() {
      return List.of(column);
    }
  }

  /** A variance with Bartlett weights over lags. */
  sealed interface Serial extends VarianceSpec {
    /** Column of whole-numbered periods. */
    String time();

    /** The last lag that counts; the fourth root of the number of periods if empty. */
    OptionalInt lag();

    /** The same with a lag. */
    Serial with(int lag);
  }

  /** Newey and West (1987) within panel units of one row a period. */
  record NeweyWest(String unit, String time, OptionalInt lag) implements Serial {
    @Override
    public Serial with(int other) {
      return new NeweyWest(unit, time, OptionalInt.of(other));
    }

    @Override
    public String text() {
      return "newey-west:" + unit + "," + time + after(lag);
    }

    @Override
    public List<String> clusterColumns() {
      return List.of(unit);
    }

    @Override
    public List<String> numberColumns() {
      return List.of(time);
    }
  }

  /** Driscoll and Kraay (1998). */
  record DriscollKraay(String time, OptionalInt lag) implements Serial {
    @Override
    public Serial with(int other) {
      return new DriscollKraay(time, OptionalInt.of(other));
    }

    @Override
    public String text() {
      return "driscoll-kraay:" + time + after(lag);
    }

    @Override
    public List<String> numberColumns() {
      return List.of(time);
    }
  }

  /** Conley (1999): rows within a distance in kilometres move together, uniform kernel. */
  record Conley(String latitude, String longitude, double kilometres) implements VarianceSpec {
    @Override
    public String text() {
      return "conley:" + latitude + "," + longitude + "," + kilometres;
    }

    @Override
    public List<String> numberColumns() {
      return List.of(latitude, longitude);
    }
  }

  /** Clusters by some columns. */
  static VarianceSpec cluster(String... columns) {
    return new Cluster(List.of(columns));
  }

  /**
   * Reads {@code iid}, {@code hetero}, {@code hc0} to {@code hc3}, {@code cluster:a+b}, {@code
   * cr2:a}, {@code cr3:a}, {@code newey-west:unit,time,lag}, {@code driscoll-kraay:time,lag} or
   * {@code conley:lat,lon,km}. A lag left out is the fourth root of the number of periods, rounded
   * down.
   *
   * @throws UserError if it is none of these, or says more than one of these does
   */
  static VarianceSpec parse(String text) {
    int colon = text.indexOf(':');
    String kind = (colon < 0 ? text : text.substring(0, colon)).trim().toLowerCase(Locale.ROOT);
    List<String> parts =
        colon < 0
            ? List.of()
            : Arrays.stream(text.substring(colon + 1).split("[,+]")).map(String::trim).toList();
    try {
      return switch (kind) {
        case "iid" -> plain(new Iid(), parts, text);
        case "hetero", "hc1" -> plain(new Hetero(1), parts, text);
        case "hc0" -> plain(new Hetero(0), parts, text);
        case "hc2" -> plain(new Hetero(2), parts, text);
        case "hc3" -> plain(new Hetero(3), parts, text);
        case "cluster" -> new Cluster(require(parts, 1, Integer.MAX_VALUE, text));
        case "cr2" -> new ClusterReduced(2, require(parts, 1, 1, text).get(0));
        case "cr3" -> new ClusterReduced(3, require(parts, 1, 1, text).get(0));
        case "newey-west", "nw" ->
            new NeweyWest(require(parts, 2, 3, text).get(0), parts.get(1), lag(parts, 2, text));
        case "driscoll-kraay", "dk" ->
            new DriscollKraay(require(parts, 1, 2, text).get(0), lag(parts, 1, text));
        case "conley" ->
            new Conley(
                require(parts, 3, 3, text).get(0), parts.get(1), kilometres(parts.get(2), text));
        default -> throw unknown(text);
      };
    } catch (NumberFormatException e) {
      throw unknown(text);
    }
  }

  private static OptionalInt lag(List<String> parts, int at, String text) {
    if (parts.size() <= at) {
      return OptionalInt.empty();
    }
    int lag = Integer.parseInt(parts.get(at));
    if (lag < 0) {
      throw unusable(text, "its lag is " + lag);
    }
    return OptionalInt.of(lag);
  }

  private static String after(OptionalInt lag) {
    return lag.isPresent() ? "," + lag.getAsInt() : "";
  }

  private static double kilometres(String written, String text) {
    double kilometres = Double.parseDouble(written);
    if (!(kilometres >= 0) || Double.isInfinite(kilometres)) {
      throw unusable(text, "its distance is " + kilometres);
    }
    return kilometres;
  }

  private static VarianceSpec plain(VarianceSpec spec, List<String> parts, String text) {
    require(parts, 0, 0, text);
    return spec;
  }

  private static List<String> require(List<String> parts, int fewest, int most, String text) {
    if (parts.size() < fewest || parts.stream().anyMatch(String::isEmpty)) {
      throw unknown(text);
    }
    if (parts.size() > most) {
      throw unusable(
          text,
          "it names "
              + parts.size()
              + (parts.size() == 1 ? " part" : " parts")
              + " after the colon, "
              + text.substring(0, text.indexOf(':'))
              + " takes "
              + (most == 0 ? "none" : fewest == most ? most : fewest + " to " + most));
    }
    return parts;
  }

  private static UserError unknown(String text) {
    return unusable(text, "it is none that is known");
  }

  private static UserError unusable(String text, String why) {
    return UserError.usage(
        "use variance '" + text + "'",
        why,
        "Give iid, hetero, hc0, hc2, hc3, cluster:a+b, cr2:a, cr3:a, newey-west:unit,time,lag,"
            + " driscoll-kraay:time,lag or conley:lat,lon,km");
  }
}

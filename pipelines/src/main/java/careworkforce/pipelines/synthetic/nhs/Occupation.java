package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A role of the synthetic NHS with a real occupation code (NHS occupation code manual 22.1).
 *
 * @param group occupation group of the second level
 * @param code occupation code
 * @param earlierCode the code it had until {@link #REISSUED}; empty if always the same
 * @param share of staff, percent, after calibration.md 3.1: 52 clinical, 32 support, 16
 *     infrastructure
 * @param leave chance a month to leave the NHS (IFS 16159)
 * @param grade Agenda for Change band, or the grade code of a doctor
 * @param topBand the highest band that staff in it reach
 */
public record Occupation(
    String role,
    String group,
    String code,
    String earlierCode,
    String staffGroup,
    String jobRole,
    double share,
    double leave,
    String grade,
    int topBand) {
  private static final double RISE = 0.004;

  /** First month of the re-issued codes: scientists from T to U, and the ambulance service. */
  public static final int REISSUED = Month.of(2014, 4).number();

  /** Every role. */
  public static final List<Occupation> ALL =
      Resource.rows(Occupation.class, "occupations.tsv").stream().map(Occupation::of).toList();

  private static final Map<String, List<Next>> MOVES = moves();

  private record Next(Occupation to, double weight) {}

  private static Occupation of(String[] row) {
    return new Occupation(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        row[5],
        Double.parseDouble(row[6]),
        Double.parseDouble(row[7]),
        row[8],
        Integer.parseInt(row[9]));
  }

  private static Map<String, List<Next>> moves() {
    Map<String, List<Next>> moves = new HashMap<>();
    for (String[] row : Resource.rows(Occupation.class, "moves.tsv")) {
      Next next = new Next(named(row[1]), Double.parseDouble(row[2]));
      moves.computeIfAbsent(row[0], g -> new java.util.ArrayList<>()).add(next);
    }
    return moves;
  }

  /** The role of a name. */
  static Occupation named(String role) {
    return ALL.stream().filter(o -> o.role.equals(role)).findFirst().orElseThrow();
  }

  /** The role of a member of staff present at the start. */
  static Occupation ofStock(Draw draw) {
    return ALL.get(draw.pick(ALL.stream().mapToDouble(Occupation::share).toArray()));
  }

  /** The role of someone who joins: as many as leave, and growth. */
  static Occupation ofEntrant(Draw draw, double growth) {
    return ALL.get(
        draw.pick(ALL.stream().mapToDouble(o -> o.share * (o.leave + growth)).toArray()));
  }

  /** Joiners a month for each member of staff. */
  static double inflow(double growth) {
    return ALL.stream().mapToDouble(o -> o.share / 100 * (o.leave + growth)).sum();
  }

  /** Whether clinical, support to clinical, or infrastructure, as the manual has the code. */
  Level level() {
    return switch (group) {
      case "NURSING_SUPPORT", "STT_SUPPORT", "AMBULANCE_SUPPORT", "NURSING_LEARNERS" ->
          Level.SUPPORT;
      case "CLERICAL" -> role.equals("ward clerk") ? Level.SUPPORT : Level.INFRASTRUCTURE;
      case "ESTATES", "MANAGERS" -> Level.INFRASTRUCTURE;
      default -> Level.CLINICAL;
    };
  }

  /** A role in another group, as people move; this one where nobody does. */
  Occupation next(Draw draw) {
    List<Next> to = MOVES.get(group);
    return to == null
        ? this
        : to.get(draw.pick(to.stream().mapToDouble(Next::weight).toArray())).to();
  }

  /** Its code as in force in a month. */
  public String codeIn(int month) {
    return month < REISSUED && !earlierCode.isEmpty() ? earlierCode : code;
  }

  /** Whether Agenda for Change applies. */
  public boolean banded() {
    return grade.length() == 1;
  }

  /** Its lowest band; 0 for doctors. */
  int band() {
    return banded() ? Integer.parseInt(grade) : 0;
  }

  /** Chance a month to rise from a band. */
  double rise(int from) {
    if (!group.equals("NURSES")) {
      return RISE;
    }
    return from == band() ? NurseCohort.TO_BAND_6 : NurseCohort.TO_BAND_7;
  }

  boolean supportsNurses() {
    return group.equals("NURSING_SUPPORT");
  }
}

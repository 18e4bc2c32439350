package careworkforce.pipelines.silver.spells;

import careworkforce.pipelines.silver.person.PayrollState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's months at work in order, and the lasting moves among them.
 *
 * <p>Months at work alone are looked at; leave and absence between them do not hide a move. A month
 * in a training post counts for the group held before it, if there was one. Going through the
 * months, the person is held to be in the group of the first; a month {@code t} in another group
 * begins a move if {@code held} of the next {@code of} months at work are in the new group too, and
 * none of the months up to {@code t + noReturn} is in the old. A change that fails is passed over
 * as if the person had stayed, so that neither a flicker nor its way back counts.
 *
 * <p>A change after which too few months at work were seen to prove it is not a move. One that is
 * proved is, though months of {@code noReturn} are yet to come and a return in them would undo it:
 * of the last {@code noReturn} months more moves are told than will stand.
 *
 * <p>The gap of a move is what lay between origin and destination: the months not at work since the
 * last month at work that was not in training, be it before the training, in it or after. Where a
 * training post is all that stands before, it is the origin.
 *
 * <p>The definition is a proposal of this project (methods 2.3); its numbers are settings.
 */
public final class OccupationPath {
  private final List<Spell> spells = new ArrayList<>();
  private @Nullable String only;
  private boolean several;

  private final List<String> groups = new ArrayList<>();
  private final List<Integer> months = new ArrayList<>();
  private final List<Boolean> training = new ArrayList<>();
  private final Map<Integer, String> away = new HashMap<>();

  /**
   * A move: where, when, and what lay between.
   *
   * @param before the last month at work before it, which may be one in training
   * @param gapMonths months not at work between origin and destination
   * @param settled the last month that proves it; null if fewer months at work than are looked at
   *     follow
   */
  public record Move(
      int month,
      int before,
      String from,
      String to,
      int gapMonths,
      @Nullable String gapKind,
      int trainingMonths,
      @Nullable Integer settled) {}

  private record Spell(
      int first, int last, String state, @Nullable String group, boolean inTraining) {
    boolean isAtWork() {
      return group != null && state.equals(PayrollState.ACTIVE);
    }
  }

  /**
   * Adds a spell; spells come in order.
   *
   * @param first the month's number
   * @param last the month's number
   * @param group null where the occupation is not known, which is passed over
   */
  public void add(int first, int last, String state, @Nullable String group, boolean inTraining) {
    Spell spell = new Spell(first, last, state, group, inTraining);
    spells.add(spell);
    if (spell.isAtWork()) {
      several |= only != null && !only.equals(group);
      only = group;
    }
  }

  /**
   * The lasting moves, in order. Most people are in one group all their life: their months are not
   * gone through.
   */
  public List<Move> moves(MoveRule rule) {
    List<Move> moves = new ArrayList<>();
    if (!several) {
      return moves;
    }
    spells.forEach(this::spread);
    spells.clear();
    String held = groups.get(0);
    for (int i = 1; i < groups.size(); i++) {
      String group = groups.get(i);
      boolean begins = !group.equals(held) && !group.equals(groups.get(i - 1));
      if (begins && lasts(i, rule) && !returns(i, held, rule)) {
        moves.add(move(i, held, rule));
        held = group;
      }
    }
    return moves;
  }

  private void spread(Spell spell) {
    for (int month = spell.first(); month <= spell.last(); month++) {
      if (!spell.state().equals(PayrollState.ACTIVE)) {
        away.put(month, spell.state());
      } else if (spell.group() != null) {
        months.add(month);
        groups.add(
            spell.inTraining() && !groups.isEmpty()
                ? groups.get(groups.size() - 1)
                : spell.group());
        training.add(spell.inTraining());
      }
    }
  }

  private boolean lasts(int at, MoveRule rule) {
    int count = 0;
    for (int i = at + 1; i <= at + rule.of() && i < groups.size(); i++) {
      count += groups.get(i).equals(groups.get(at)) ? 1 : 0;
    }
    return count >= rule.held();
  }

  private boolean returns(int at, String old, MoveRule rule) {
    int until = months.get(at) + rule.noReturn();
    for (int i = at + 1; i < groups.size() && months.get(i) <= until; i++) {
      if (groups.get(i).equals(old)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Integer settled(int at, MoveRule rule) {
    int last = at + rule.of();
    return last < months.size()
        ? Math.max(months.get(last), months.get(at) + rule.noReturn())
        : null;
  }

  private Move move(int at, String from, MoveRule rule) {
    int trained = 0;
    for (int i = at - 1; i >= 0 && training.get(i); i--) {
      trained++;
    }
    Map<String, Integer> gap = between(trained < at ? at - 1 - trained : at - 1, at);
    return new Move(
        months.get(at),
        months.get(at - 1),
        from,
        groups.get(at),
        gap.values().stream().mapToInt(Integer::intValue).sum(),
        mostOf(gap),
        trained,
        settled(at, rule));
  }

  /** Months not at work between two that are, by what the person was. */
  private Map<String, Integer> between(int origin, int at) {
    Map<String, Integer> gap = new HashMap<>();
    for (int i = origin + 1; i <= at; i++) {
      for (int month = months.get(i - 1) + 1; month < months.get(i); month++) {
        gap.merge(away.getOrDefault(month, PayrollState.GAP), 1, Integer::sum);
      }
    }
    return gap;
  }

  private static @Nullable String mostOf(Map<String, Integer> gap) {
    String kind = null;
    int most = 0;
    for (String state : OccupationMoves.GAP_KIND.codes()) {
      int count = gap.getOrDefault(state, 0);
      if (count > most) {
        most = count;
        kind = state;
      }
    }
    return kind;
  }
}

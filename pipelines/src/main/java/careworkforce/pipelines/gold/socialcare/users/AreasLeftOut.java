package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Estimable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The headline without each travel-to-work area in turn, so that a reader sees whether any one
 * carries it.
 */
final class AreasLeftOut {
  private static final String ARRIVALS = CareOutcome.ARRIVALS.label();
  private static final String TURNOVER = StaffExposure.TURNOVER.label();
  private static final String WAGE = AreaInstrument.WAGE.label();

  private final CareModel model;
  private final Frame sample;
  private final Column.Codes areas;
  private final Set<String> told;

  private AreasLeftOut(CareModel model, Frame sample) {
    this.model = model;
    this.sample = sample;
    this.areas = sample.column(CarePanel.TTWA).codes();
    this.told = told(model, sample);
  }

  /**
   * The estimates, areas in the order of their codes; before them once more the lowest and the
   * highest. An area that the headline does not rest on, or without which nothing can be estimated,
   * is passed over.
   */
  static List<CareEffect> of(CareModel model, Frame sample) {
    AreasLeftOut left = new AreasLeftOut(model, sample);
    List<CareEffect> without =
        IntStream.range(0, left.areas.levels().size())
            .parallel()
            .mapToObj(left::without)
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing((CareEffect e) -> e.finding().question().sample()))
            .toList();
    Comparator<CareEffect> bySize =
        Comparator.comparingDouble(e -> e.finding().effect().estimate());
    List<CareEffect> told = new ArrayList<>();
    without.stream().min(bySize).ifPresent(e -> told.add(named("lowest: ", e)));
    without.stream().max(bySize).ifPresent(e -> told.add(named("highest: ", e)));
    told.addAll(without);
    return told;
  }

  /** Areas of the rows that the headline rests on. */
  private static Set<String> told(CareModel model, Frame sample) {
    Set<String> told = new TreeSet<>();
    Estimable.orNull(
        () -> {
          Frame used = model.used(sample, model.iv(sample, ARRIVALS, TURNOVER, WAGE));
          Column.Codes areas = used.column(CarePanel.TTWA).codes();
          IntStream.of(areas.values()).mapToObj(areas.levels()::get).forEach(told::add);
          return told;
        });
    return told;
  }

  private @Nullable CareEffect without(int area) {
    String code = areas.levels().get(area);
    if (!told.contains(code)) {
      return null;
    }
    Frame rest = new CareFrames(sample).where(i -> areas.values()[i] != area);
    return Estimable.orNull(
        () -> new CareVariant("without area " + code, model, rest).iv(ARRIVALS));
  }

  private static CareEffect named(String which, CareEffect effect) {
    return effect.on(which + effect.finding().question().sample());
  }
}

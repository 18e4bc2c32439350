package careworkforce.pipelines.paper;

import careworkforce.common.report.Block;
import careworkforce.common.report.EventPlot;
import careworkforce.common.report.Figure;
import careworkforce.pipelines.gold.EstimateRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures of the estimates whose terms are event times, one an outcome, sample and estimator. */
final class EventFigures {
  private static final Pattern EVENT_TIME = Pattern.compile("(event |k=)(?<time>[-+]?\\d+)");
  private static final int FEWEST = 3;
  private static final int DECIMALS = 4;

  private EventFigures() {}

  /** The figures; none where no term is an event time such as {@code event -3} or {@code k=-03}. */
  static List<Block> of(String title, List<EstimateRow> rows) {
    Map<List<String>, List<EstimateRow>> paths = new LinkedHashMap<>();
    for (EstimateRow row : rows) {
      if (time(row).isPresent()) {
        paths
            .computeIfAbsent(
                List.of(row.outcome(), row.sample(), row.estimator()), k -> new ArrayList<>())
            .add(row);
      }
    }
    List<Block> figures = new ArrayList<>();
    paths.forEach(
        (key, path) -> {
          if (path.size() >= FEWEST) {
            figures.add(figure(title, path));
          }
        });
    return figures;
  }

  private static Figure figure(String title, List<EstimateRow> path) {
    EstimateRow any = path.get(0);
    List<EventPlot.Point> points =
        path.stream()
            .map(
                row ->
                    new EventPlot.Point(
                        time(row).orElseThrow(), row.estimate(), row.low(), row.high()))
            .sorted(Comparator.comparingInt(EventPlot.Point::time))
            .toList();
    return new Figure(
        new EventPlot(
            title + ": " + EstimateGrid.words(any.outcome()) + ", " + any.sample(),
            any.per(),
            "event time",
            points,
            DECIMALS),
        "Points with 95% intervals, "
            + EstimateGrid.words(any.estimator())
            + ", "
            + any.variance()
            + "; the line stands where the event does.");
  }

  /** The event time that a row is of, if it is of one. */
  static OptionalInt time(EstimateRow row) {
    Matcher term = EVENT_TIME.matcher(row.term());
    return term.matches()
        ? OptionalInt.of(Integer.parseInt(term.group("time")))
        : OptionalInt.empty();
  }
}

package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.absorb.Singletons;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Expression;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.formula.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a specification and a frame into a design: screens rows, drops singletons, arranges. */
public final class DesignBuilder {
  private final Specification specification;
  private final Frame frame;
  private final DesignOptions options;
  private final Evaluator evaluator;
  private final @Nullable Points points;
  private final Map<String, Column.Codes> coded;

  private DesignBuilder(
      Specification specification, Frame frame, DesignOptions options, @Nullable Points points) {
    this.points = points;
    this.specification = specification;
    this.frame = frame;
    this.options = options;
    this.evaluator = new Evaluator(frame, options.unit(), options.time());
    this.coded = new HashMap<>();
  }

  /** A builder of another model on the same frame; what is worked out of the frame is shared. */
  private DesignBuilder(Specification specification, DesignBuilder other) {
    this.points = other.points;
    this.specification = specification;
    this.frame = other.frame;
    this.options = other.options;
    this.evaluator = other.evaluator;
    this.coded = other.coded;
  }

  /**
   * Builds the design.
   *
   * @throws UserError if a column is unknown or of the wrong kind, if a weight is negative, or if
   *     no row is left
   */
  public static Design build(Specification specification, Frame frame, DesignOptions options) {
    return new DesignBuilder(specification, frame, options, null).build(new ArrayList<>());
  }

  /**
   * Builds the designs of several models, in their order. Models of the same effects that use the
   * same rows share the arrangement of these, and every array that they have in common.
   *
   * @throws UserError as for a single design
   */
  public static List<Design> all(List<Specification> models, Frame frame, DesignOptions options) {
    List<Design> designs = new ArrayList<>();
    List<ArrangedRows> arranged = new ArrayList<>();
    DesignBuilder first = new DesignBuilder(models.get(0), frame, options, null);
    for (Specification model : models) {
      designs.add(new DesignBuilder(model, first).build(arranged));
    }
    return designs;
  }

  /**
   * Builds the design of cells' points, whose outcome and weights are given beside the frame.
   *
   * @throws UserError if a column is unknown or of the wrong kind, or if no row is left
   */
  public static Design build(
      Specification specification, Frame frame, DesignOptions options, Points points) {
    return new DesignBuilder(specification, frame, options, points).build(new ArrayList<>());
  }

  /**
   * The rows of a frame that are complete, with their outcomes.
   *
   * @throws UserError if a column is unknown or of the wrong kind, or if a weight is negative
   */
  public static CompleteRows.Found complete(
      Specification specification, Frame frame, DesignOptions options) {
    DesignBuilder builder = new DesignBuilder(specification, frame, options, null);
    RowMask mask = builder.screened();
    int[] kept = mask.kept();
    return new CompleteRows.Found(
        kept,
        builder
            .outcome(kept, term -> new TermColumns(builder.evaluator).columns(term, kept))
            .values(),
        options.weights() == null ? null : builder.gather(options.weights(), kept),
        mask.reasons());
  }

  /**
   * Builds the design of a block of rows that holds whole groups of one effect, by which it is
   * arranged; rows that are incomplete are left out, singletons are kept, dummies are not written
   * out.
   */
  public static BlockDesign block(BlockPlan plan, Frame frame, DesignOptions options) {
    return new DesignBuilder(plan.specification(), frame, options, null).block(plan);
  }

  private BlockDesign block(BlockPlan plan) {
    EffectTerm eliminated = plan.eliminated();
    RowMask mask = screened();
    int[] kept = mask.kept();
    int[] rows = kept.length == 0 ? kept : arranged(kept, levels(eliminated.columns(), kept));
    Design design = design(plan.bases(), columns(kept, rows, 0), mask);
    Map<String, String[]> labels = new LinkedHashMap<>();
    Map<String, Levels> levels = new LinkedHashMap<>(design.clusters());
    Map<String, List<String>> columns = new HashMap<>();
    specification.effects().forEach(e -> columns.put(e.name(), e.columns()));
    for (Effect effect : design.effects()) {
      levels.put(effect.name(), new Levels(effect.codes(), effect.levels()));
    }
    levels.remove(eliminated.name());
    plan.factors().forEach(column -> levels.put(column, levels(List.of(column), rows)));
    levels.forEach(
        (name, coded) ->
            labels.put(name, labels(columns.getOrDefault(name, parts(name)), coded, rows)));
    return new BlockDesign(design, levels, labels);
  }

  /** Names of levels that mean the same in every block. */
  private String[] labels(List<String> columns, Levels levels, int[] rows) {
    String[] labels = new String[levels.count()];
    for (int i = 0; i < rows.length; i++) {
      int level = levels.codes()[i];
      if (labels[level] == null) {
        int row = rows[i];
        labels[level] =
            columns.stream()
                .map(this::codes)
                .map(c -> c.levels().get(c.values()[row]))
                .collect(Collectors.joining("\u0001"));
      }
    }
    return labels;
  }

  private Design build(List<ArrangedRows> known) {
    RowMask mask = screened();
    int[] complete = mask.kept();
    requireRows(complete.length, mask);
    for (ArrangedRows rows : known) {
      if (rows.serves(specification.effects(), complete)) {
        return design(specification, rows, mask);
      }
    }
    int[] kept = complete;
    int singletons = 0;
    if (options.dropSingletons() && !specification.effects().isEmpty()) {
      kept = withoutSingletons(complete);
      singletons = rows(complete) - rows(kept);
      requireMoreThanSingletons(kept.length, complete);
    }
    ArrangedRows rows = columns(complete, arranged(kept), singletons);
    known.add(rows);
    return design(specification, rows, mask);
  }

  private ArrangedRows columns(int[] complete, int[] rows, int singletons) {
    Points given = points;
    return new ArrangedRows(
        specification.effects(),
        complete,
        rows,
        singletons,
        effects(rows),
        given == null
            ? options.weights() == null ? null : gather(options.weights(), rows)
            : TermColumns.gather(given.weights(), rows),
        options.offset() == null ? null : gather(options.offset(), rows),
        clusters(rows),
        numbers(rows),
        new TermColumns(evaluator),
        new HashMap<>());
  }

  private Design design(Specification of, ArrangedRows arranged, RowMask mask) {
    Points given = points;
    int[] rows = arranged.rows();
    boolean spanned = of.constant() || arranged.factorAmong(of.regressors());
    return new Design(
        given == null
            ? outcome(rows, term -> arranged.columns(List.of(term)))
            : outcome(given, rows),
        specification.intercept(),
        columns(arranged, of.regressors(), of.constant()),
        columns(arranged, of.endogenous(), spanned),
        columns(arranged, of.instruments(), spanned),
        arranged.effects(),
        arranged.weights(),
        arranged.offset(),
        arranged.clusters(),
        arranged.numbers(),
        rows,
        given == null ? frame.rows() : given.rowsGiven(),
        given == null ? mask.reasons() : given.dropped(),
        arranged.singletons(),
        given == null ? null : given.cells().take(rows));
  }

  /** Columns of terms beside which a constant stands, or columns that add up to one, or neither. */
  private static List<NamedColumn> columns(
      ArrangedRows arranged, List<Term> terms, boolean constant) {
    return constant ? arranged.columns(terms) : arranged.columnsWithoutConstant(terms);
  }

  private void requireMoreThanSingletons(int kept, int[] complete) {
    if (kept == 0) {
      throw UserError.checks(
          "estimate '" + specification.text() + "'",
          "all "
              + rows(complete)
              + " rows are alone in a level of "
              + specification.effects().stream().map(EffectTerm::name).toList(),
          "Absorb coarser effects, or keep singletons");
    }
  }

  private NamedColumn outcome(Points given, int[] rows) {
    return new NamedColumn(
        specification.outcome().name(), TermColumns.gather(given.outcome(), rows));
  }

  private RowMask screened() {
    return new CompleteRows(specification, evaluator, options, this::codes).mask(points == null);
  }

  private void requireRows(int kept, RowMask mask) {
    if (kept == 0) {
      int given = points == null ? frame.rows() : points.rowsGiven();
      throw UserError.checks(
          "estimate '" + specification.text() + "'",
          "none of "
              + given
              + " rows is complete: "
              + (points == null ? mask.reasons() : points.dropped()),
          "Mend the data or leave out the columns that are missing");
    }
  }

  /** Rows of the data behind some rows of the frame. */
  private int rows(int[] some) {
    return points == null ? some.length : points.cells().take(some).total();
  }

  private int[] withoutSingletons(int[] kept) {
    List<Levels> levels =
        specification.effects().stream().map(e -> levels(e.columns(), kept)).toList();
    boolean[] keep =
        Singletons.keep(
            levels.stream().map(Levels::codes).toList(),
            levels.stream().mapToInt(Levels::count).toArray(),
            points == null ? null : points.cells().take(kept).rows());
    int[] left = new int[kept.length];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (keep[i]) {
        left[count++] = kept[i];
      }
    }
    return Arrays.copyOf(left, count);
  }

  private Column.Codes codes(String column) {
    return coded.computeIfAbsent(column, c -> frame.column(c).codes());
  }

  private Levels levels(List<String> columns, int[] rows) {
    List<int[]> codes = new ArrayList<>();
    int[] counts = new int[columns.size()];
    for (int c = 0; c < counts.length; c++) {
      Column.Codes column = codes(columns.get(c));
      Levels dense =
          Levels.compress(TermColumns.gather(column.values(), rows), column.levels().size());
      codes.add(dense.codes());
      counts[c] = dense.count();
    }
    return Levels.combine(codes, counts);
  }

  /** Rows in the order of the largest effect's levels, ties as they came. */
  private int[] arranged(int[] kept) {
    Levels largest = null;
    for (EffectTerm effect : specification.effects()) {
      Levels levels = levels(effect.columns(), kept);
      largest = largest == null || levels.count() > largest.count() ? levels : largest;
    }
    return largest == null ? kept : arranged(kept, largest);
  }

  private static int[] arranged(int[] kept, Levels largest) {
    int[] next = new int[largest.count() + 1];
    for (int code : largest.codes()) {
      next[code + 1]++;
    }
    for (int level = 0; level < largest.count(); level++) {
      next[level + 1] += next[level];
    }
    int[] rows = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      rows[next[largest.codes()[i]]++] = kept[i];
    }
    return rows;
  }

  private NamedColumn outcome(int[] rows, Function<Term, List<NamedColumn>> made) {
    Term outcome = specification.outcome();
    Optional<Words> words = Words.of(frame, outcome);
    if (words.isPresent()) {
      return words.get().outcome(rows);
    }
    List<NamedColumn> columns = made.apply(outcome);
    if (columns.size() != 1 || outcome.pieces().size() != 1) {
      throw UserError.usage(
          "use '" + outcome.name() + "' as an outcome",
          "it stands for " + columns.size() + " columns",
          "Give one number a row");
    }
    return columns.get(0);
  }

  private List<Effect> effects(int[] rows) {
    List<Effect> effects = new ArrayList<>();
    for (EffectTerm term : specification.effects()) {
      Levels levels = levels(term.columns(), rows);
      List<double[]> slopes = new ArrayList<>();
      for (Expression slope : term.slopes()) {
        slopes.add(TermColumns.gather(evaluator.values(slope), rows));
      }
      effects.add(
          new Effect(term.name(), levels.codes(), levels.count(), term.intercept(), slopes));
    }
    return effects;
  }

  private Map<String, Levels> clusters(int[] rows) {
    Map<String, Levels> clusters = new LinkedHashMap<>();
    options.clusters().forEach(name -> clusters.put(name, levels(parts(name), rows)));
    return clusters;
  }

  private Map<String, double[]> numbers(int[] rows) {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    options.numbers().forEach(name -> numbers.put(name, gather(name, rows)));
    return numbers;
  }

  private double[] gather(String name, int[] rows) {
    return TermColumns.gather(frame.numbers(name), rows);
  }

  static List<String> parts(String name) {
    return List.of(name.split("\\^"));
  }
}

package careworkforce.common.lineage;

import careworkforce.common.conf.Settings;
import careworkforce.common.job.Transform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Deduplicate;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * From which columns of its inputs each column of a job's table comes, read off the plan that Spark
 * has analysed. Columns that an estimate makes outside of Spark come from none.
 */
public final class ColumnLineage {
  /** What becomes of a value on its way, in the words of OpenLineage; the later the more. */
  public enum Way {
    IDENTITY,
    TRANSFORMATION,
    AGGREGATION
  }

  private static final Map<Class<? extends LogicalPlan>, String> DECIDING =
      Map.of(
          Filter.class, "FILTER",
          Join.class, "JOIN",
          Aggregate.class, "GROUP_BY",
          Deduplicate.class, "GROUP_BY",
          Sort.class, "SORT",
          Window.class, "WINDOW");

  private final Map<Long, Map<Source, Way>> known = new HashMap<>();
  private final Map<String, Map<Source, Way>> columns = new TreeMap<>();
  private final Map<Source, String> deciding = new TreeMap<>();

  private ColumnLineage(LogicalPlan plan) {
    follow(plan);
    for (Attribute column : list(plan.output())) {
      columns.put(column.name(), of(column));
    }
  }

  /** That of a job. */
  public static ColumnLineage of(Transform job, SparkSession spark, Settings settings) {
    Dataset<Row> rows = job.rows(new NamedInputs(spark, settings));
    return new ColumnLineage(
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed());
  }

  /** Where each column comes from, and what became of it; by the column's name. */
  public Map<String, Map<Source, Way>> columns() {
    return columns;
  }

  /** Columns that decide which rows there are or how they meet, with how. */
  public Map<Source, String> deciding() {
    return deciding;
  }

  private static <T> List<T> list(Seq<? extends T> items) {
    return List.copyOf(CollectionConverters.asJava(items));
  }

  private void follow(LogicalPlan plan) {
    list(plan.children()).forEach(this::follow);
    for (Attribute column : list(plan.output())) {
      NamedInputs.source(column.metadata())
          .filter(source -> plan.children().isEmpty())
          .ifPresent(source -> known.put(id(column), Map.of(source, Way.IDENTITY)));
    }
    if (plan instanceof Union union) {
      follow(union);
    } else if (plan instanceof Expand expand) {
      List<Attribute> made = list(expand.output());
      list(expand.projections()).forEach(row -> inPlace(made, list(row)));
    } else if (plan instanceof Generate generate) {
      Map<Source, Way> from = of((Expression) generate.generator());
      list(generate.generatorOutput()).forEach(made -> add(id(made), from));
    } else {
      list(plan.expressions()).forEach(expression -> follow(plan, expression));
    }
  }

  private void follow(Union union) {
    List<Attribute> made = list(union.output());
    list(union.children()).forEach(child -> inPlace(made, list(child.output())));
  }

  private void inPlace(List<Attribute> made, List<? extends Expression> from) {
    for (int i = 0; i < made.size(); i++) {
      add(id(made.get(i)), of(from.get(i)));
    }
  }

  private void follow(LogicalPlan plan, Expression expression) {
    String how = DECIDING.get(plan.getClass());
    if (expression instanceof Alias alias) {
      add(alias.exprId().id(), of(alias.child()));
    } else if (how != null) {
      of(expression).keySet().forEach(source -> deciding.putIfAbsent(source, how));
    }
  }

  private static long id(Attribute column) {
    return column.exprId().id();
  }

  private void add(long id, Map<Source, Way> from) {
    Map<Source, Way> all = new TreeMap<>(known.getOrDefault(id, Map.of()));
    from.forEach((source, way) -> all.merge(source, way, ColumnLineage::later));
    known.put(id, all);
  }

  private static Way later(Way one, Way other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Map<Source, Way> of(Expression expression) {
    if (expression instanceof Attribute column) {
      return known.getOrDefault(id(column), Map.of());
    }
    Way here = aggregates(expression) ? Way.AGGREGATION : Way.TRANSFORMATION;
    Map<Source, Way> all = new TreeMap<>();
    for (Expression child : list(expression.children())) {
      of(child).forEach((source, way) -> all.merge(source, later(way, here), ColumnLineage::later));
    }
    return all;
  }

  private static boolean aggregates(Expression expression) {
    return expression instanceof AggregateExpression;
  }
}

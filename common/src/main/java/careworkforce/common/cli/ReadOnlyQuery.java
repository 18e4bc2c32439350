package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import careworkforce.common.fault.DamagedFile;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A query that was seen to be one. Its parsed form may hold only the parts listed here, so that
 * whatever writes, runs a script or reads a file by its path is refused before Spark acts on it.
 */
final class ReadOnlyQuery {
  private static final Set<String> PARTS =
      Set.of(
          "Aggregate",
          "Distinct",
          "Except",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalLimit",
          "LocalRelation",
          "Offset",
          "OneRowRelation",
          "Pivot",
          "Project",
          "RelationTimeTravel",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "Unpivot",
          "UnresolvedHaving",
          "UnresolvedHint",
          "UnresolvedInlineTable",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedWith",
          "WithWindowDefinition");

  // Functions that call any Java method.
  private static final Set<String> REFLECTION = Set.of("reflect", "java_method", "try_reflect");

  /**
   * Classes of SQLSTATE by which Spark says that a query is wrong or does not fit its rows: a
   * feature that there is not, more rows than one, a value, a syntax or name, an error asked for.
   */
  private static final Set<String> MISTAKES = Set.of("0A", "21", "22", "42", "P0");

  private static final String DOING = "run the query";

  private final String sql;
  private final Catalogue catalogue;
  private final Map<String, Table> tables = new TreeMap<>();
  private final Set<String> named = new HashSet<>();

  private ReadOnlyQuery(String sql, Catalogue catalogue) {
    this.sql = sql;
    this.catalogue = catalogue;
  }

  /** Parses a text and refuses it unless it is a query of the catalogue's tables. */
  static ReadOnlyQuery of(SparkSession spark, String sql, Catalogue catalogue) {
    ReadOnlyQuery query = new ReadOnlyQuery(sql, catalogue);
    LogicalPlan plan;
    try {
      plan = spark.sessionState().sqlParser().parsePlan(sql);
    } catch (ParseException e) {
      throw UserError.usage(
          "read the query", String.valueOf(e.getMessage()).strip(), "Mend its SQL");
    }
    query.nameParts(plan);
    query.inspect(plan);
    return query;
  }

  String sql() {
    return sql;
  }

  /** True if rows of a table that it reads are synthetic. */
  boolean isSynthetic(Lake lake) {
    return tables().stream()
        .anyMatch(table -> lake.account(table).filter(Provenance::synthetic).isPresent());
  }

  /** The tables it reads. */
  List<Table> tables() {
    return List.copyOf(tables.values());
  }

  /**
   * What a person is told of an error of the query, such as an unknown column or a value that
   * cannot be cast, or of a data file that it could not read; empty for any other, such as of a
   * task that ran out of memory or has a bug.
   */
  Optional<UserError> mistake(Exception e) {
    return UserError.among(e).isPresent()
        ? Optional.empty()
        : DamagedFile.ofAnyVersion(e, DOING)
            .or(
                () ->
                    Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                        .filter(ReadOnlyQuery::isOfTheQuery)
                        .findFirst()
                        .map(problem -> mistake((SparkThrowable) problem)));
  }

  private static boolean isOfTheQuery(Throwable cause) {
    if (!(cause instanceof SparkThrowable problem)) {
      return false;
    }
    String state = problem.getSqlState();
    return state == null
        ? cause instanceof AnalysisException
        : MISTAKES.stream().anyMatch(state::startsWith);
  }

  private UserError mistake(SparkThrowable problem) {
    String because =
        problem instanceof AnalysisException analysis
            ? analysis.getSimpleMessage()
            : String.valueOf(((Exception) problem).getMessage());
    List<String> names = tables().stream().map(Table::fullName).toList();
    return UserError.usage(
        DOING, because.strip(), "'describe TABLE' shows the columns of " + names);
  }

  /** Notes the names that WITH gives to its parts. */
  private void nameParts(LogicalPlan plan) {
    every(plan).stream()
        .filter(UnresolvedWith.class::isInstance)
        .map(UnresolvedWith.class::cast)
        .flatMap(w -> CollectionConverters.asJava(w.cteRelations()).stream())
        .forEach(part -> named.add(part._1().toLowerCase(Locale.ROOT)));
  }

  private void inspect(LogicalPlan plan) {
    for (LogicalPlan part : every(plan)) {
      if (!PARTS.contains(part.getClass().getSimpleName())) {
        throw refusal("it is not a query that only reads (" + part.nodeName() + ")");
      }
      if (part instanceof UnresolvedRelation relation) {
        read(CollectionConverters.asJava(relation.multipartIdentifier()));
      }
    }
  }

  private void read(List<String> identifier) {
    String name = String.join(".", identifier).toLowerCase(Locale.ROOT);
    if (identifier.size() == 1 && named.contains(name)) {
      return;
    }
    if (name.contains("/") || name.contains(":")) {
      throw refusal("it reads the path " + name);
    }
    tables.put(name, TableNames.table(catalogue, name));
  }

  /** A plan, what stands below it, beside it in WITH, and in the subqueries of its expressions. */
  private List<LogicalPlan> every(LogicalPlan root) {
    List<LogicalPlan> found = new java.util.ArrayList<>();
    Deque<LogicalPlan> toVisit = new ArrayDeque<>(List.of(root));
    while (!toVisit.isEmpty()) {
      LogicalPlan plan = toVisit.pop();
      found.add(plan);
      toVisit.addAll(CollectionConverters.asJava(plan.children()));
      if (plan instanceof UnresolvedWith with) {
        CollectionConverters.asJava(with.cteRelations()).forEach(p -> toVisit.push(p._2()));
      }
      if (plan instanceof RelationTimeTravel travel) {
        toVisit.push(travel.relation());
      }
      CollectionConverters.asJava(plan.expressions()).forEach(e -> expression(e, toVisit));
    }
    return found;
  }

  private void expression(Expression expression, Deque<LogicalPlan> toVisit) {
    if (expression instanceof SubqueryExpression subquery) {
      toVisit.push((LogicalPlan) subquery.plan());
    }
    if (expression instanceof ExpressionWithUnresolvedIdentifier) { // perhaps of a function
      throw refusal("it names a function or column by IDENTIFIER");
    }
    if (expression instanceof UnresolvedFunction function) {
      List<String> parts = CollectionConverters.asJava(function.nameParts());
      String name = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
      if (REFLECTION.contains(name)) {
        throw refusal("it calls the function " + name);
      }
    }
    CollectionConverters.asJava(expression.children()).forEach(e -> expression(e, toVisit));
  }

  private static UserError refusal(String because) {
    return UserError.usage(DOING, because, "Select from tables by name, such as silver.esr_spells");
  }
}

package careworkforce.common.error;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/**
 * What may be told of an error wherever it is read. Spark's errors of a task quote the value on
 * which it failed, which may be a person's: of these the kind alone is told, and so of all that
 * were thrown for them, as an error's message is often that of its cause.
 */
public final class Discreet {
  private static final List<String> QUOTING = List.of("org.apache.spark.", "io.delta.");

  private Discreet() {}

  /** A sentence of it; its own message if no error quotes a value. */
  public static String message(Throwable error) {
    List<Throwable> causes = causes(error);
    return causes.stream()
        .filter(Discreet::quotes)
        .reduce((outer, inner) -> inner)
        .map(Discreet::kind)
        .orElseGet(() -> String.valueOf(error.getMessage()));
  }

  /** Prints it, its causes and what they suppressed, with where they were thrown, as Java does. */
  public static void print(Throwable error, PrintWriter out) {
    print(error, "", new ArrayList<>(), out);
  }

  private static void print(Throwable error, String as, List<Throwable> told, PrintWriter out) {
    String begins = as;
    for (Throwable cause : causes(error)) {
      if (told.contains(cause)) {
        return;
      }
      told.add(cause);
      boolean quoted = causes(cause).stream().anyMatch(Discreet::quotes);
      out.println(begins + (quoted ? kind(cause) : cause));
      for (StackTraceElement frame : cause.getStackTrace()) {
        out.println("\tat " + frame);
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        print(suppressed, "Suppressed: ", told, out);
      }
      begins = "Caused by: ";
    }
  }

  /** What fails before any row is read tells of columns and not of rows. */
  private static boolean quotes(Throwable error) {
    return QUOTING.stream().anyMatch(error.getClass().getName()::startsWith)
        && !(error instanceof AnalysisException);
  }

  private static String kind(Throwable error) {
    String name = error.getClass().getName();
    boolean told = error instanceof SparkThrowable spark && spark.getCondition() != null;
    return told ? name + ": [" + ((SparkThrowable) error).getCondition() + "]" : name;
  }

  private static List<Throwable> causes(Throwable error) {
    List<Throwable> all = new ArrayList<>();
    for (Throwable cause = error; cause != null && !all.contains(cause); cause = cause.getCause()) {
      all.add(cause);
    }
    return all;
  }
}

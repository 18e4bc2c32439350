package careworkforce.common.job;

import careworkforce.common.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every job, in an order in which each stands after what it reads. */
public final class Catalogue {
  private final Map<String, Job> jobs;

  private Catalogue(Map<String, Job> jobs) {
    this.jobs = jobs;
  }

  /** The jobs declared as services on the classpath. */
  public static Catalogue declared() {
    List<Job> found = new ArrayList<>();
    ServiceLoader.load(Job.class).forEach(found::add);
    return of(found);
  }

  /** The given jobs. Two that write one table, or that read each other in a ring, are a bug. */
  public static Catalogue of(Collection<? extends Job> jobs) {
    Map<String, Job> byTable = new TreeMap<>(WAY_OF_THE_DATA);
    for (Job job : jobs) {
      Job other = byTable.put(job.writes().fullName(), job);
      if (other != null) {
        throw new IllegalStateException(
            job.writes() + " is written by " + other.getClass() + " and " + job.getClass());
      }
    }
    return new Catalogue(ordered(byTable));
  }

  private static final Comparator<String> WAY_OF_THE_DATA =
      Comparator.comparingInt(Catalogue::depth).thenComparing(name -> name);

  private static int depth(String fullName) {
    return List.of("bronze", "silver", "gold")
        .indexOf(fullName.substring(0, fullName.indexOf('.')));
  }

  private static Map<String, Job> ordered(Map<String, Job> byTable) {
    Map<String, Job> done = new LinkedHashMap<>();
    for (Job job : byTable.values()) {
      place(job, byTable, done, new LinkedHashSet<>());
    }
    return done;
  }

  private static void place(
      Job job, Map<String, Job> all, Map<String, Job> done, Set<String> onTheWay) {
    String name = job.writes().fullName();
    if (done.containsKey(name)) {
      return;
    }
    if (!onTheWay.add(name)) {
      throw new IllegalStateException("jobs read each other in a ring: " + onTheWay);
    }
    for (Table read : job.reads()) {
      Job writer = all.get(read.fullName());
      if (writer == null) {
        throw new IllegalStateException(name + " reads " + read + ", which no job writes");
      }
      place(writer, all, done, onTheWay);
    }
    onTheWay.remove(name);
    done.put(name, job);
  }

  /** Every job, each after what it reads. */
  public List<Job> jobs() {
    return List.copyOf(jobs.values());
  }

  /** Every table, each after what it is made from. */
  public List<Table> tables() {
    return jobs.values().stream().map(Job::writes).toList();
  }

  /** The job that writes a table, by full name; null if there is none. */
  public @Nullable Job writer(String fullName) {
    return jobs.get(fullName);
  }

  /** The job of a table and all before it. */
  Set<String> upstream(String fullName) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> toVisit = new ArrayDeque<>(List.of(fullName));
    while (!toVisit.isEmpty()) {
      String name = toVisit.pop();
      Job job = jobs.get(name);
      if (job != null && found.add(name)) {
        job.reads().forEach(t -> toVisit.push(t.fullName()));
      }
    }
    return found;
  }

  /** The job of a table and all that stand on it. */
  Set<String> downstream(String fullName) {
    Set<String> found = new LinkedHashSet<>(List.of(fullName));
    for (Job job : jobs.values()) {
      if (job.reads().stream().anyMatch(t -> found.contains(t.fullName()))) {
        found.add(job.writes().fullName());
      }
    }
    return found;
  }
}

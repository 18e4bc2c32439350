package careworkforce.common.ingest;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Deliveries;
import careworkforce.common.job.Job;
import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes delivered files into bronze tables. A file is read twice: first to count, hash and judge
 * it, then to write its accepted rows, which fails if it changed in between. Commits come in an
 * order that leaves every table good at any moment: the rejects, the bronze rows, and last the
 * ledger, without whose entry a file is taken in again.
 */
public final class Ingestion implements Deliveries {
  private static final Setting<String> SOURCES =
      Setting.text("sources.path", "folder below which files are delivered");
  private static final Setting<Integer> LONGEST_LINE =
      Setting.integer("ingest.longest-line", "bytes", "longest line read", 1_000, 100_000_000);
  private static final Setting<Boolean> SYNTHETIC =
      Setting.flag("run.synthetic", "true for a synthetic world's files");
  private static final Setting<Double> WITHDRAWN_AT_MOST =
      Setting.number(
          "ingest.withdrawn-at-most",
          "share",
          "share of a source's files that may vanish at once and count as withdrawn",
          0,
          1);
  private final Lake lake;
  private final Settings settings;
  private final FileJobs jobs;
  private final Ledger ledger;
  private final IntakeRules rules;
  private final KeyOfLake keyOfLake;
  private @Nullable Pseudonyms pseudonyms;

  /** Ingestion into a lake, from the configured sources. Rows of a file that vanished stay. */
  public Ingestion(Lake lake, Settings settings) {
    this(lake, settings, IntakeRules.ofRun());
  }

  /**
   * The same.
   *
   * @param rules what is done beyond reading
   */
  public Ingestion(Lake lake, Settings settings, IntakeRules rules) {
    this(lake, settings, rules, 0);
  }

  /** The same with a fixed number of tasks; 0 for a number by size. */
  Ingestion(Lake lake, Settings settings, IntakeRules rules, int tasks) {
    this.lake = lake;
    this.rules = rules;
    this.settings = settings;
    this.jobs = new FileJobs(lake.spark(), tasks);
    this.ledger = new Ledger(lake);
    this.keyOfLake = new KeyOfLake(lake, settings);
  }

  @Override
  public boolean reads(Job job) {
    return job instanceof Ingest;
  }

  /**
   * Why an ingest has something to do, in plain words: files new, changed, superseded or withdrawn,
   * or that none that a layout reads ever came. Cheap where nothing changed: size and time stamp of
   * a file stand in the ledger, and it is hashed only if the size agrees and the time stamp does
   * not.
   */
  @Override
  public Found look(Job job) {
    return intake((Ingest) job).look();
  }

  /**
   * Takes in what is pending. A file that cannot be taken in is told in the messages and stops no
   * other.
   *
   * @throws UserError if no file was ever delivered, more files vanished at once than may, a file
   *     changed while it was read, or the key of pseudonyms is not the lake's
   */
  @Override
  public Taken take(Job job, String runId) {
    Intake intake = intake((Ingest) job);
    noteKey();
    return intake.take(runId);
  }

  /**
   * Has every file whose rows stand in a table taken in again, as the table may not hold them any
   * longer.
   */
  public static void doubt(Lake lake, DeliveredTable table) {
    Set<Month> periods = standing(new Ledger(lake).of(table.fullName()));
    if (!periods.isEmpty()) {
      new Unfinished(lake, table).begin(periods);
    }
  }

  /**
   * Does work that changes rows of a table and the ledger's account of them. If it is cut off, the
   * files of the periods are taken in again, which makes rows and account agree.
   */
  public static void inDoubt(
      Lake lake, DeliveredTable table, Set<Month> periods, Runnable changing) {
    Unfinished unfinished = new Unfinished(lake, table);
    Set<Month> before = unfinished.periods();
    unfinished.begin(periods);
    changing.run();
    unfinished.end(periods.stream().filter(p -> !before.contains(p)).collect(Collectors.toSet()));
  }

  private static Set<Month> standing(List<LedgerEntry> entries) {
    return entries.stream()
        .filter(e -> e.status() == FileStatus.INGESTED)
        .map(LedgerEntry::period)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private synchronized Pseudonyms pseudonyms() {
    if (pseudonyms == null) {
      Pseudonyms keys = Pseudonyms.of(settings);
      keyOfLake.mayBe(keys);
      pseudonyms = keys;
    }
    return pseudonyms;
  }

  /** Before the first row of a person is written. */
  private synchronized void noteKey() {
    if (pseudonyms != null) {
      keyOfLake.is(pseudonyms);
    }
  }

  private Intake intake(Ingest ingest) {
    DeliveredTable table = ingest.writes();
    List<Recipe> recipes = new ArrayList<>();
    List<String> prints = new ArrayList<>();
    ErasedPersons erased = ErasedPersons.of(lake);
    for (Layout layout : ingest.layouts()) {
      boolean identifies = layout.columns().stream().anyMatch(c -> c.parse().identifies());
      Pseudonyms keys = identifies ? pseudonyms() : null;
      recipes.add(Recipe.of(table, layout, settings.value(LONGEST_LINE), keys, erased));
      prints.add(LayoutPrint.of(table, layout, keys == null ? "" : keys.check()));
    }
    String landing = settings.value(SOURCES);
    String folder = landing + "/" + ingest.folder();
    List<LedgerEntry> known = ledger.of(table.fullName());
    Unfinished unfinished = new Unfinished(lake, table);
    boolean synthetic =
        settings.value(SYNTHETIC) || LandingPlace.isSynthetic(landing, jobs.hadoop());
    Optional<Provenance> standing = lake.account(table);
    boolean unmarked = synthetic && standing.filter(account -> !account.synthetic()).isPresent();
    Sitting sitting =
        new Sitting(
            Delivery.in(folder, jobs.hadoop()),
            ingest.layouts(),
            prints,
            known,
            doubtful(table, known, unfinished, unmarked),
            unmarked,
            rules);
    Source source =
        new Source(
            table,
            ingest.folder(),
            folder,
            recipes,
            synthetic || standing.filter(Provenance::synthetic).isPresent(),
            settings.value(WITHDRAWN_AT_MOST));
    return new Intake(source, sitting, lake, jobs, ledger, unfinished);
  }

  /**
   * Where nothing is known of a table's files, nothing of its rows is certain; where its rejects
   * are not there, they are made again from the files that have some; where its rows lack a mark,
   * all are.
   */
  private Set<Month> doubtful(
      DeliveredTable table, List<LedgerEntry> known, Unfinished unfinished, boolean unmarked) {
    OptionalLong version = lake.version(table);
    if (version.isEmpty()) {
      return standing(known);
    }
    Set<Month> doubtful = new TreeSet<>(unfinished.periods());
    if (unmarked) {
      doubtful.addAll(standing(known));
    }
    if (known.isEmpty()) {
      lake.partitions(table, version.getAsLong())
          .collectAsList()
          .forEach(period -> doubtful.add(Month.of(period.getDate(0).toLocalDate())));
    }
    List<LedgerEntry> rejecting = known.stream().filter(e -> e.rejected() > 0).toList();
    if (!standing(rejecting).isEmpty() && !lake.exists(Rejects.of(table))) {
      doubtful.addAll(standing(rejecting));
    }
    return doubtful;
  }
}

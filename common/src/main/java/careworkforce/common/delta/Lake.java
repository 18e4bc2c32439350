package careworkforce.common.delta;

import careworkforce.common.conf.Encryption;
import careworkforce.common.error.UserError;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * The Delta tables below one root. Every write is one commit that carries its {@link Provenance},
 * so that a table's rows and the account of how they came about cannot part.
 */
public final class Lake {
  static final String FORMAT = "delta";

  /** Property of a table whose rows come from a synthetic world. */
  private static final String SYNTHETIC = "careworkforce.synthetic";

  private static final String METADATA = "spark.databricks.delta.commitInfo.userMetadata";

  /** A write of no rows is a version too: how a table came to be empty is part of its account. */
  private static final String SKIP_EMPTY = "spark.databricks.delta.skipRecordingEmptyCommits";

  private final SparkSession spark;
  private final String root;
  private final Runnable mayWrite;
  private final Map<String, Long> readAt;

  /**
   * A lake at a root.
   *
   * @param root folder or URI; made by the first write
   */
  public Lake(SparkSession spark, String root) {
    this(spark, absolute(spark, new Path(root)).toString(), () -> {}, Map.of());
  }

  /** Delta takes a relative path for a table's name, and Spark for a folder of its own. */
  private static Path absolute(SparkSession spark, Path root) {
    if (root.isAbsolute()) {
      return root;
    }
    try {
      Path here = root.getFileSystem(spark.sessionState().newHadoopConf()).getWorkingDirectory();
      return Path.getPathWithoutSchemeAndAuthority(new Path(here, root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Lake(SparkSession spark, String root, Runnable mayWrite, Map<String, Long> readAt) {
    this.spark = spark;
    this.root = root;
    this.mayWrite = mayWrite;
    this.readAt = readAt;
    spark.conf().set(SKIP_EMPTY, "false");
  }

  /**
   * The same lake, for one who must ask before each commit.
   *
   * @param mayWrite throws if it may not be written to
   */
  public Lake asking(Runnable mayWrite) {
    return new Lake(spark, root, mayWrite, readAt);
  }

  /** The same lake, read and written in another session of the same Spark. */
  public Lake in(SparkSession other) {
    return new Lake(other, root, mayWrite, readAt);
  }

  /**
   * The same lake, of which earlier versions are read as if they were the newest.
   *
   * @param versions of tables by full name; -1 for one that is as if it were not there
   */
  public Lake readAt(Map<String, Long> versions) {
    return new Lake(spark, root, mayWrite, versions);
  }

  public SparkSession spark() {
    return spark;
  }

  public String root() {
    return root;
  }

  /** Where a table's files stand. */
  public String path(Table table) {
    return root + "/" + table.folder();
  }

  /** True once a table has a first good version. */
  public boolean exists(Table table) {
    return version(table).isPresent();
  }

  /** The newest version, or empty if the table is not there. */
  public OptionalLong version(Table table) {
    List<Commit> last = history(table, 1);
    return last.isEmpty() ? OptionalLong.empty() : OptionalLong.of(last.get(0).version());
  }

  /**
   * True if the newest version is the one meant, or has its rows: by a restore, or because every
   * commit since tells that it changed none, as one that put files together.
   */
  public boolean standsAt(Table table, Predicate<Commit> meant) {
    Optional<Commit> commit = history(table, 1).stream().findFirst();
    while (commit.isPresent() && !meant.test(commit.get())) {
      OptionalLong same = commit.get().repeats();
      commit = same.isEmpty() ? Optional.empty() : commit(table, same.getAsLong());
    }
    return commit.isPresent();
  }

  /** The newest commits, newest first; empty if the table is not there. */
  public List<Commit> history(Table table, int most) {
    long until = readAt.getOrDefault(table.fullName(), Long.MAX_VALUE);
    return CommitLog.newest(new Path(path(table)), hadoop(), until, most);
  }

  /** One commit; empty if the table or the commit is not there. */
  public Optional<Commit> commit(Table table, long version) {
    return CommitLog.at(new Path(path(table)), hadoop(), version);
  }

  /**
   * How the rows of a table's newest version came about: the account of the newest commit that has
   * one, as that of a restore has none; empty if there is none.
   */
  public Optional<Provenance> account(Table table) {
    OptionalLong newest = version(table);
    return newest.isPresent() ? account(table, newest.getAsLong()) : Optional.empty();
  }

  /** The same of a version. */
  public Optional<Provenance> account(Table table, long version) {
    Optional<Commit> commit = commit(table, version);
    for (long v = version - 1;
        v >= 0 && commit.filter(c -> c.provenance() == null).isPresent();
        v--) {
      commit = commit(table, v);
    }
    return commit.map(Commit::provenance);
  }

  /** The bytes of a version's data files; empty where Delta's log does not tell. */
  public OptionalLong bytes(Table table, long version) {
    return CommitLog.bytes(new Path(path(table)), hadoop(), version);
  }

  /** A table's rows at its newest version. */
  public Dataset<Row> read(Table table) {
    mustExist(table);
    Long earlier = readAt.get(table.fullName());
    if (earlier != null) {
      return read(table, earlier);
    }
    return ListedFiles.newest(spark, path(table))
        .map(ListedFiles::rows)
        .orElseGet(() -> spark.read().format(FORMAT).load(path(table)));
  }

  /** A table's rows at a version. */
  public Dataset<Row> read(Table table, long version) {
    mustExist(table);
    return ListedFiles.at(spark, path(table), version)
        .map(ListedFiles::rows)
        .orElseGet(
            () -> spark.read().format(FORMAT).option("versionAsOf", version).load(path(table)));
  }

  private Optional<ListedFiles> listed(Table table) {
    Long earlier = readAt.get(table.fullName());
    return earlier == null
        ? ListedFiles.newest(spark, path(table))
        : ListedFiles.at(spark, path(table), earlier);
  }

  /** The partitions of a version in which rows stand, as {@link Table#selectPartitions} gives. */
  public Dataset<Row> partitions(Table table, long version) {
    mustExist(table);
    return ListedFiles.at(spark, path(table), version)
        .filter(files -> files.areOf(table))
        .flatMap(ListedFiles::partitionValues)
        .orElseGet(() -> table.selectPartitions(read(table, version)));
  }

  private void mustExist(Table table) {
    if (!exists(table)) {
      throw UserError.input(
          "read " + table,
          "there is no such table in the lake " + root,
          "Run 'careworkforce run +" + table + "' first, or give the lake's folder by --lake");
    }
  }

  /** Replaces all rows of a table, in one commit. */
  public void overwrite(Table table, Dataset<Row> rows, Provenance provenance) {
    Dataset<Row> whole = rows.schema().equals(table.schema()) ? rows : table.select(rows);
    write(table, whole, Part.ALL, provenance);
  }

  /** Adds rows to a table, in one commit; columns that they lack are null. */
  public void append(Table table, Dataset<Row> rows, Provenance provenance) {
    write(table, rows, Part.NONE, provenance);
  }

  /** Writes a version of another lake's table, of whatever contract, where none is here. */
  public void copy(Table table, Lake from, long version) {
    mayWrite.run();
    Dataset<Row> rows = from.read(table, version);
    PastVersion.at(spark, from.path(table), version)
        .write(
            rows,
            path(table),
            from.commit(table, version).map(Commit::provenance).orElseGet(Provenance::none));
  }

  /**
   * Replaces the rows of a part of a table, in one commit; others stay. Dear unless whole
   * partitions fall into it. Columns that the rows lack are null. Of no part, the commit is an
   * account alone.
   *
   * @param part where the rows replaced stand, and every row given
   */
  public void replaceWhere(Table table, Dataset<Row> rows, Part part, Provenance provenance) {
    if (part.equals(Part.ALL)) {
      overwrite(table, rows, provenance);
    } else {
      write(table, part.equals(Part.NONE) ? empty(spark, table) : rows, part, provenance);
    }
  }

  /** Rows are added to a table just made, in which nothing stands to be replaced. */
  private void write(Table table, Dataset<Row> rows, Part part, Provenance provenance) {
    mayWrite.run();
    boolean made = create(table, provenance);
    Part replaced = made ? Part.NONE : part;
    if (!made) {
      markSynthetic(table, provenance.synthetic());
    }
    Dataset<Row> whole = inContract(table, rows);
    ListedFiles.newest(spark, path(table))
        .filter(standing -> standing.areOf(table) && standing.areWholeIn(replaced))
        .ifPresentOrElse(
            standing -> new FilesCommit(standing).replace(whole, replaced, provenance.json()),
            () -> write(table, whole, options(replaced), provenance));
  }

  /**
   * As Delta writes, where the files that stand are not listed, were of another contract, or hold
   * rows of the part and others.
   */
  private void write(
      Table table, Dataset<Row> rows, Map<String, String> replacing, Provenance provenance) {
    DataFrameWriter<Row> writer =
        rows.write()
            .format(FORMAT)
            .mode(replacing.isEmpty() ? "append" : "overwrite")
            .options(replacing)
            .option("userMetadata", provenance.json());
    String[] by = table.partitions().stream().map(Field::name).toArray(String[]::new);
    (by.length == 0 ? writer : writer.partitionBy(by)).save(path(table));
  }

  private static Map<String, String> options(Part part) {
    if (part.equals(Part.NONE)) {
      return Map.of();
    }
    return part.equals(Part.ALL)
        ? Map.of("overwriteSchema", "true")
        : Map.of("replaceWhere", part.sql());
  }

  /**
   * Rows whose columns are all the contract's need no select, which is dear for wide tables; those
   * they lack are null.
   */
  private static Dataset<Row> inContract(Table table, Dataset<Row> rows) {
    Set<StructField> contract = Set.of(table.schema().fields());
    return contract.containsAll(List.of(rows.schema().fields())) ? rows : table.select(rows);
  }

  /**
   * Makes a table with its grain, sensitivity, synthetic mark and encryption as properties; false
   * if it is there.
   */
  private boolean create(Table table, Provenance provenance) {
    if (exists(table)) {
      return false;
    }
    LogEntries.takeAwayBegun(new Path(path(table)), hadoop());
    mark(table).delete(); // versions count from nothing, perhaps again
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(spark)
            .location(path(table))
            .comment(table.grain())
            .addColumns(table.schema())
            .property("careworkforce.sensitivity", table.sensitivity().name())
            .property(SYNTHETIC, String.valueOf(provenance.synthetic()));
    Encryption.properties(spark, table.sensitivity().name()).forEach(builder::property);
    String[] by = table.partitions().stream().map(Field::name).toArray(String[]::new);
    DeltaTableBuilder whole = by.length == 0 ? builder : builder.partitionedBy(by);
    try {
      whole.execute();
    } catch (Exception e) { // Delta, in Scala, throws what it does not declare
      if (e instanceof AnalysisException && !exists(table)) {
        throw notEmpty(table);
      }
      throw e;
    }
    return true;
  }

  /**
   * Has a table's properties say of the rows to be written whether they are synthetic. The commit
   * is another session's, as what is told of it in this one would be told of every write meanwhile.
   */
  private void markSynthetic(Table table, boolean synthetic) {
    if (Boolean.parseBoolean(new Upkeep(this, table).property(SYNTHETIC)) != synthetic) {
      new Upkeep(in(spark.newSession()), table).set(SYNTHETIC, String.valueOf(synthetic));
    }
  }

  /** True if a table at a path, of whatever lake, says that its rows are synthetic. */
  public boolean isSynthetic(String path) {
    return Boolean.parseBoolean(Upkeep.property(spark, path, SYNTHETIC));
  }

  private UserError notEmpty(Table table) {
    return UserError.input(
        "make " + table,
        "its folder " + path(table) + " holds files and no log of Delta",
        "Move the folder aside, and run again");
  }

  /** Records that the promises of a version were tried and kept. */
  public void passed(Table table, long version) {
    mark(table).write(Long.toString(version));
  }

  /**
   * True if the newest version's promises were tried and kept; a run that was killed leaves false.
   */
  public boolean hasPassed(Table table) {
    return hasPassed(table, version(table).orElse(-1));
  }

  /** True if a version is the last whose promises were tried and kept. */
  public boolean hasPassed(Table table, long version) {
    return mark(table).read().filter(Long.toString(version)::equals).isPresent();
  }

  private SmallFile mark(Table table) {
    return note("passed/" + table.fullName());
  }

  /** A small file below the root, beside the tables. */
  public SmallFile note(String name) {
    return new SmallFile(spark, new Path(root + "/" + name));
  }

  /** A small file at a path of its own, outside the lake perhaps. */
  public SmallFile noteAt(String path) {
    return new SmallFile(spark, new Path(path));
  }

  /** The names of the small files in a folder below the root, in their order. */
  public List<String> notes(String folder) {
    try {
      Path path = new Path(root + "/" + folder);
      List<String> names = new ArrayList<>();
      for (FileStatus file : path.getFileSystem(hadoop()).listStatus(path)) {
        names.add(file.getPath().getName());
      }
      return names.stream().sorted().toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Configuration hadoop() {
    return spark.sessionState().newHadoopConf();
  }

  /**
   * Takes a table back to an earlier version, with the account of its rows and of their promises,
   * so that they need not be made again; or away if it had none.
   */
  public void takeBack(Table table, OptionalLong version) {
    mayWrite.run();
    if (version.isPresent()) {
      long earlier = version.getAsLong();
      boolean passed = hasPassed(table, earlier);
      Provenance then = commit(table, earlier).map(Commit::provenance).orElseGet(Provenance::none);
      restore(table, earlier, then);
      if (passed) {
        passed(table, version(table).orElseThrow());
      }
    } else {
      try {
        Path path = new Path(path(table));
        path.getFileSystem(hadoop()).delete(path, true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Makes an earlier version the newest again, with an account of how its rows came about. */
  public void restore(Table table, long version, Provenance provenance) {
    telling(provenance, () -> restore(table, version));
  }

  private void restore(Table table, long version) {
    Optional<ListedFiles> earlier = ListedFiles.at(spark, path(table), version);
    Optional<ListedFiles> standing =
        ListedFiles.newest(spark, path(table))
            .filter(files -> earlier.filter(files::areLike).isPresent());
    standing.ifPresentOrElse(
        files -> new FilesCommit(files).restore(earlier.orElseThrow()),
        () -> DeltaTable.forPath(spark, path(table)).restoreToVersion(version));
  }

  /**
   * Does work on a table's files that leaves the account of its rows true: who made them, and
   * whether their promises were kept.
   *
   * @param changing adds to the account what the work changes
   */
  void upkeep(Table table, Runnable work, UnaryOperator<Provenance> changing) {
    boolean passed = hasPassed(table);
    Commit standing = history(table, 1).get(0);
    Provenance account = standing.provenance();
    telling(changing.apply(account == null ? Provenance.none() : account), work);
    if (passed) {
      passed(table, version(table).orElseThrow());
    }
  }

  private void telling(Provenance provenance, Runnable work) {
    mayWrite.run();
    spark.conf().set(METADATA, provenance.json());
    try {
      work.run();
    } finally {
      spark.conf().unset(METADATA);
    }
  }

  /** An empty dataset of a table's contract. */
  public static Dataset<Row> empty(SparkSession spark, Table table) {
    return spark.createDataFrame(List.of(), table.schema());
  }

  /**
   * How many rows a table has: by what Delta's log tells of its files, where it tells of all, and
   * by reading them else.
   */
  public long count(Table table) {
    mustExist(table);
    return listed(table)
        .map(ListedFiles::count)
        .filter(OptionalLong::isPresent)
        .orElseGet(() -> OptionalLong.of(read(table).count()))
        .getAsLong();
  }
}

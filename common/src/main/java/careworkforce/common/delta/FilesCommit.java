package careworkforce.common.delta;

import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaErrors;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import scala.Option;
import scala.collection.immutable.Map$;

/**
 * One commit by which data files of a table give way to others. Which ones is known from {@link
 * ListedFiles}; Delta's own writer and its RESTORE ask the log by several queries of Spark.
 */
final class FilesCommit {
  private final ListedFiles standing;

  /**
   * A commit to a table.
   *
   * @param standing its files; a commit since then to what is to be replaced makes this one fail
   */
  FilesCommit(ListedFiles standing) {
    this.standing = standing;
  }

  /**
   * Writes rows in the place of those of a part.
   *
   * @param rows of the table's columns, all of them in the part
   * @param part in which the files that stand are whole; of NONE, the rows are added
   * @param userMetadata what the commit tells of itself
   */
  void replace(Dataset<Row> rows, Part part, String userMetadata) {
    boolean adding = part.equals(Part.NONE);
    DeltaOperations.Write operation =
        new DeltaOperations.Write(
            adding ? SaveMode.Append : SaveMode.Overwrite,
            Option.apply(standing.metadata().partitionColumns()),
            Option.apply(adding || part.equals(Part.ALL) ? null : part.sql()),
            Option.apply(userMetadata),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty());
    commit(
        operation,
        transaction -> {
          List<AddFile> gone = standing.in(part);
          if (!adding) {
            transaction.trackReadPredicates(asScala(standing.conditions(part)).toSeq(), true, true);
            transaction.trackFilesRead(asScala(gone).toSeq());
          }
          List<FileAction> made = asJava(transaction.writeFiles(rows));
          mustStandIn(adding ? Part.ALL : part, made);
          List<Action> actions = new ArrayList<>(made);
          gone.forEach(file -> actions.add(file.remove()));
          return actions;
        });
  }

  private void mustStandIn(Part part, List<FileAction> made) {
    List<AddFile> files = made.stream().map(AddFile.class::cast).toList();
    if (standing.of(files).in(part).size() != files.size()) {
      throw new IllegalArgumentException("rows of " + standing.path() + " outside " + part.sql());
    }
  }

  /** Makes the files of an earlier version the table's again; all of them must be there. */
  void restore(ListedFiles earlier) {
    Set<String> stand = paths(standing);
    Set<String> stood = paths(earlier);
    List<AddFile> back = without(stand, earlier);
    mustBeThere(back, earlier.version());
    commit(
        new DeltaOperations.Restore(Option.apply(earlier.version()), Option.empty()),
        transaction -> {
          transaction.readWholeTable();
          List<Action> actions = new ArrayList<>();
          back.forEach(file -> actions.add(changing(file)));
          without(stood, standing).forEach(file -> actions.add(file.remove()));
          return actions;
        });
  }

  private static Set<String> paths(ListedFiles files) {
    return files.in(Part.ALL).stream().map(AddFile::path).collect(Collectors.toSet());
  }

  private static List<AddFile> without(Set<String> paths, ListedFiles files) {
    return files.in(Part.ALL).stream().filter(file -> !paths.contains(file.path())).toList();
  }

  private void mustBeThere(List<AddFile> back, long version) {
    try {
      FileSystem files =
          standing.path().getFileSystem(standing.spark().sessionState().newHadoopConf());
      List<String> missing = new ArrayList<>();
      for (AddFile file : back) {
        if (!files.exists(standing.absolutePath(file.path()))) {
          missing.add(file.path());
        }
      }
      if (!missing.isEmpty()) {
        throw new IllegalStateException(
            DeltaErrors.restoreMissedDataFilesError(missing.toArray(String[]::new), version));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as one that changes rows; a list of files does not say that of any. */
  private static AddFile changing(AddFile file) {
    return file.copy(
        file.path(),
        file.partitionValues(),
        file.size(),
        file.modificationTime(),
        true,
        file.stats(),
        file.tags(),
        file.deletionVector(),
        file.baseRowId(),
        file.defaultRowCommitVersion(),
        file.clusteringProvider(),
        file.backReference(),
        file.amtPassthrough());
  }

  private void commit(
      DeltaOperations.Operation operation, Function<OptimisticTransaction, List<Action>> actions) {
    standing
        .spark()
        .withActive(
            () ->
                standing
                    .deltaLog()
                    .withNewTransaction(
                        Option.empty(),
                        Option.apply(standing.listed()),
                        transaction ->
                            transaction.commit(
                                asScala(actions.apply(transaction)).toSeq(),
                                operation,
                                Map$.MODULE$.empty())));
  }
}

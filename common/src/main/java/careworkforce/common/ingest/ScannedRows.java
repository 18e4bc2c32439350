package careworkforce.common.ingest;

import careworkforce.common.error.UserError;
import careworkforce.common.time.Month;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Rows of files read for a second time, one file after the other. Fails at a file that no longer is
 * what the first reading saw, so that nothing of it is committed.
 *
 * @param <T> what a row becomes
 */
abstract class ScannedRows<T> implements Iterator<T> {
  private final Iterator<FileTask> tasks;
  private final List<Recipe> recipes;
  private final Configuration hadoop;
  private final boolean values;
  private @Nullable FileSource source;
  private @Nullable FileScan scan;
  private @Nullable FileTask task;
  private @Nullable T ready;

  ScannedRows(
      Iterator<FileTask> tasks, List<Recipe> recipes, Configuration hadoop, boolean values) {
    this.tasks = tasks;
    this.recipes = recipes;
    this.hadoop = hadoop;
    this.values = values;
  }

  /** The row that the scan stands at; null if it is not one of those sought. */
  abstract @Nullable T at(FileScan scan, FileTask task);

  @Override
  public boolean hasNext() {
    try {
      while (ready == null && (scan != null || open())) {
        advance();
      }
    } catch (IOException e) {
      if (FileSource.closed(e).isPresent()) {
        throw changed();
      }
      throw new UncheckedIOException(e);
    } catch (Refusal e) {
      throw changed();
    }
    return ready != null;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T row = java.util.Objects.requireNonNull(ready);
    ready = null;
    return row;
  }

  private boolean open() throws IOException, Refusal {
    if (!tasks.hasNext()) {
      return false;
    }
    FileTask next = tasks.next();
    Recipe recipe = recipes.get(next.recipe());
    task = next;
    FileSource opened = FileSource.open(next.file(), recipe, hadoop);
    source = opened;
    scan = new FileScan(opened, recipe, next.path(), new Month(next.month()), values);
    return true;
  }

  private void advance() throws IOException, Refusal {
    FileScan reading = java.util.Objects.requireNonNull(scan);
    FileTask file = java.util.Objects.requireNonNull(task);
    while (ready == null) {
      if (!reading.next()) {
        close();
        return;
      }
      ready = at(reading, file);
    }
  }

  private void close() throws IOException {
    FileSource read = java.util.Objects.requireNonNull(source);
    String sha256 = read.sha256OfAll();
    read.close();
    if (!sha256.equals(java.util.Objects.requireNonNull(task).sha256())) {
      throw changed();
    }
    scan = null;
  }

  private UserError changed() {
    return UserError.input(
        "take in " + (task == null ? "a file" : task.path()),
        "it changed while it was read",
        "Run again once its delivery has ended");
  }
}

package careworkforce.common.job;

import careworkforce.common.conf.Setting;
import careworkforce.common.table.Table;
import java.util.List;

/**
 * What makes one table. Found by declaration: annotate an implementation with
 * {@code @AutoService(Job.class)}. Either a {@link Transform} of other tables or an {@link
 * careworkforce.common.ingest.Ingest} of delivered files.
 */
public interface Job {
  /** The table it makes. */
  Table writes();

  /** The tables it reads; nothing else is given to it. */
  default List<Table> reads() {
    return List.of();
  }

  /** Where its rows come from if it reads no table, in words. */
  default String source() {
    return "lists within the program";
  }

  /**
   * Those of the tables read without which it makes what it can: one that never came has no rows
   * then, and is no reason to wait. Where a job can do without any of its tables, one must be
   * there.
   */
  default List<Table> canLack() {
    return List.of();
  }

  /** The settings that change its result; a change of one makes it run again. */
  default List<Setting<?>> settings() {
    return List.of();
  }
}

package careworkforce.common.job;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how a run goes as log lines; messages name files, columns and counts, never a value. */
public final class LogProgress implements Progress {
  /** Name of the logger, which the files of {@code conf/log4j2} let pass from INFO on. */
  static final String NAME = "careworkforce.progress";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);

  @Override
  public void started(String table, List<String> reasons) {
    LOG.info("begins: {}", String.join("; ", reasons));
  }

  @Override
  public void finished(Manifest.Entry entry) {
    if (entry.isUnfinished()) {
      LOG.error("{} after {} s", entry.status(), entry.seconds());
    } else {
      LOG.info("{} after {} s with {} rows", entry.status(), entry.seconds(), entry.rows());
    }
    entry.messages().forEach(LOG::warn);
  }

  @Override
  public void say(String message) {
    LOG.info(message);
  }
}

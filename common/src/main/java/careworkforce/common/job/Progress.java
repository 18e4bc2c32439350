package careworkforce.common.job;

import java.util.List;

/** Who is told how a run goes. */
public interface Progress {
  /** A job begins. */
  void started(String table, List<String> reasons);

  /** A job ends. */
  void finished(Manifest.Entry entry);

  /** Something a person should know. */
  void say(String message);

  /** Tells nobody. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void started(String table, List<String> reasons) {}

      @Override
      public void finished(Manifest.Entry entry) {}

      @Override
      public void say(String message) {}
    };
  }
}

package careworkforce.common.fault;

import careworkforce.common.error.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Errors of input and output that may pass by themselves: connections reset, refused or timed out,
 * names not resolved, stores that throttle or answer with HTTP 429 or 5xx (RFC 6585, section 4; RFC
 * 9110, section 15.6), stale handles of network file systems, an HDFS that starts or misses its
 * data nodes. A file that is not there, a full disk, a parse error, a promise broken or anything
 * that a user has to mend is none.
 */
public final class Transient {
  private static final List<Class<? extends IOException>> PASSING =
      List.of(
          SocketTimeoutException.class,
          SocketException.class,
          UnknownHostException.class,
          HttpTimeoutException.class,
          org.apache.hadoop.hdfs.BlockMissingException.class,
          org.apache.hadoop.ipc.RetriableException.class,
          org.apache.hadoop.ipc.StandbyException.class);

  /** Of object stores' own libraries, which need not be on the classpath. */
  private static final Set<String> PASSING_BY_NAME =
      Set.of(
          "org.apache.hadoop.fs.s3a.AWSServiceThrottledException",
          "org.apache.hadoop.fs.s3a.AWSStatus500Exception",
          "org.apache.hadoop.fs.s3a.impl.ConnectionTimeoutException");

  private static final Pattern SAID =
      Pattern.compile(
          "(?i)connection (reset|timed out|refused|closed)|broken pipe|stale file handle"
              + "|resource temporarily unavailable|slow ?down|server ?busy|node is in safe mode"
              + "|could only be written to 0 of"
              + "|(status|http|code|response)\\W{0,3}(code\\W{0,3})?(429|5\\d\\d)\\b");

  private static final List<Class<? extends Throwable>> STAYING =
      List.of(
          UserError.class,
          FileNotFoundException.class,
          NoSuchFileException.class,
          BindException.class);

  private Transient() {}

  /** True if an error, or a cause of it, may pass, and none of them is one that stays. */
  public static boolean is(Throwable error) {
    List<Throwable> all = causes(error);
    boolean stays =
        StorageFault.is(error)
            || all.stream().anyMatch(e -> STAYING.stream().anyMatch(c -> c.isInstance(e)));
    return !stays && all.stream().anyMatch(Transient::passes);
  }

  /** The first among an error and its causes that may pass; empty if the error may not. */
  static Optional<Throwable> in(Throwable error) {
    return is(error)
        ? causes(error).stream().filter(Transient::passes).findFirst()
        : Optional.empty();
  }

  private static boolean passes(Throwable error) {
    return PASSING.stream().anyMatch(c -> c.isInstance(error))
        || PASSING_BY_NAME.contains(error.getClass().getName())
        || error instanceof IOException && SAID.matcher(String.valueOf(error.getMessage())).find();
  }

  /** An error and its causes, outermost first. */
  static List<Throwable> causes(Throwable error) {
    List<Throwable> all = new ArrayList<>();
    for (Throwable e = error; e != null && !all.contains(e); e = e.getCause()) {
      all.add(e);
    }
    return all;
  }
}

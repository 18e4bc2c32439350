package careworkforce.common.cli;

import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a command says on its standard output. Whether all of it was taken is asked at the end, so
 * that a log without room stops no work. A reader who has seen enough, as {@code head} has, may
 * leave.
 */
public final class Answer extends OutputStream {
  private final OutputStream out;
  private @Nullable IOException lost;

  /** An answer. */
  public Answer(OutputStream out) {
    this.out = out;
  }

  /** Writes to it, in UTF-8, a line at a time. */
  public PrintWriter writer() {
    return new PrintWriter(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      if (lost == null) {
        out.write(bytes, from, length);
      }
    } catch (IOException e) {
      lost = e;
    }
  }

  /**
   * The exit code of a command that ended with one.
   *
   * @param err told if some of the answer was lost
   */
  public int exit(int code, PrintWriter err) {
    if (code != Exit.DONE.code() || lost == null || isLeft(lost)) {
      return code;
    }
    UserError told =
        UserError.input(
            "write all of the answer to standard output",
            String.valueOf(lost.getMessage()),
            "Give it a place with room, and ask again");
    err.println(told.getMessage());
    err.flush();
    return told.exit().code();
  }

  private static boolean isLeft(IOException e) {
    return String.valueOf(e.getMessage()).contains("Broken pipe");
  }
}

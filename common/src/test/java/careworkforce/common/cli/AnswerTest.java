package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private final StringWriter said = new StringWriter();

  private int exit(OutputStream out, int code) {
    Answer answer = new Answer(out);
    answer.writer().println("ä,1");
    return answer.exit(code, new PrintWriter(said));
  }

  @Test
  void shouldEndAsTheCommandDidWhereAllWasTaken() {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    assertThat(exit(taken, 0)).isZero();
    assertThat(taken).hasToString("ä,1\n");
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void shouldSayThatADiskHadNoRoomForIt() throws IOException {
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertThat(exit(full, 0)).isEqualTo(3);
      assertThat(said.toString())
          .startsWith("Cannot write all of the answer to standard output: No space left");
      assertThat(exit(full, 4)).as("an error of its own").isEqualTo(4);
    }
  }

  @Test
  void shouldLetAReaderLeaveWhoHasSeenEnough() {
    OutputStream left =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertThat(exit(left, 0)).isZero();
    assertThat(said.toString()).isEmpty();
  }
}

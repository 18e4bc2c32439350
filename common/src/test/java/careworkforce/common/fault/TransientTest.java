package careworkforce.common.fault;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.error.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hadoop.hdfs.BlockMissingException;
import org.apache.hadoop.ipc.RetriableException;
import org.apache.hadoop.net.ConnectTimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransientTest {
  static Stream<Exception> passing() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new SocketException("Connection reset"),
        new ConnectException("Connection refused"),
        new ConnectTimeoutException("20000 millis timeout"),
        new UnknownHostException("bucket.s3.example"),
        new RetriableException("the name node starts"),
        new BlockMissingException("lake/x", "Could not obtain block", 0),
        new IOException("Cannot create file/lake/x. Name node is in safe mode."),
        new IOException("File /x could only be written to 0 of the 1 minReplication nodes."),
        new IOException("Broken pipe"),
        new IOException("Stale file handle"),
        new IOException("PUT lake/x: Service: S3, Status Code: 503, Request ID: 7: Slow Down"),
        new IOException("Operation failed: \"Server Busy\", HTTP 503, PUT"),
        new IOException("server returned HTTP response code: 429 for URL"),
        new RuntimeException("a job failed", new UncheckedIOException(new ConnectException())));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void shouldTakeWhatMayPassForPassing(Exception error) {
    assertThat(Transient.is(error)).isTrue();
  }

  static Stream<Exception> staying() {
    return Stream.of(
        new FileNotFoundException("gone"),
        new java.nio.file.NoSuchFileException("gone"),
        new java.nio.file.AccessDeniedException("no right"),
        new BindException("Address already in use"),
        new IOException("No space left on device"),
        new IOException("The DiskSpace quota of /lake is exceeded: quota = 1 B"),
        new IOException("PUT lake/x: Status Code: 403, Forbidden"),
        new IOException("line 503 of 504 is cut off"),
        new java.time.format.DateTimeParseException("no date", "x", 0),
        new IllegalStateException("Connection reset"),
        new RuntimeException(new FileNotFoundException("GET: Status Code: 404")),
        UserError.input("read", "Status Code: 503", "Wait"));
  }

  @ParameterizedTest
  @MethodSource("staying")
  void shouldTakeAllElseForStaying(Exception error) {
    assertThat(Transient.is(error)).isFalse();
  }
}

package careworkforce.common.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir java.nio.file.Path folder;
  private String file = "";

  /** A store that answers no read, as s3a tells it: by an error about one of its client. */
  public static class Refusing extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("refusing:///");
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
      throw new IOException("Service Unavailable", new IllegalStateException("status code 503"));
    }
  }

  /** One whose client's error, not one of input, is told of a connection that was cut. */
  public static final class Cut extends Refusing {
    @Override
    public URI getUri() {
      return URI.create("cut:///");
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) {
      throw new IllegalStateException(new SocketTimeoutException("Read timed out"));
    }
  }

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("a.parquet"), "no Parquet at all").toString();
  }

  private boolean isWhole(String scheme) throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.refusing.impl", Refusing.class.getName());
    hadoop.set("fs.cut.impl", Cut.class.getName());
    return Checkpoint.isWhole(new Path(scheme + "://" + file), hadoop);
  }

  @Test
  void shouldTakeWhatIsNoParquetForDamage() throws IOException {
    assertThat(isWhole("file")).isFalse();
  }

  @Test
  void shouldNotTakeAnErrorOfTheStoreForDamage() {
    assertThatThrownBy(() -> isWhole("refusing"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Service Unavailable");
    assertThatThrownBy(() -> isWhole("cut")).hasRootCauseMessage("Read timed out");
  }
}

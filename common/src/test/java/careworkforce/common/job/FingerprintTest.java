package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.table.Table;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What is part of the fingerprint of a job whose rows come from a file beside its classes. */
class FingerprintTest {
  private static final String FILE = "careworkforce/common/job/homes_listed.tsv";

  /** Reads the file; the job names this class, not the file. */
  private static final class HomesListed {
    static InputStream file() {
      return java.util.Objects.requireNonNull(
          HomesListed.class.getResourceAsStream("homes_listed.tsv"));
    }
  }

  private static final class ListedJob implements Transform {
    @Override
    public Table writes() {
      return Fakes.Homes.TABLE;
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      throw new UnsupportedOperationException("reads " + HomesListed.file());
    }
  }

  /** Classes as they are, and the file with a content of its own. */
  private static ClassLoader with(String content) {
    return new ClassLoader(FingerprintTest.class.getClassLoader()) {
      @Override
      public InputStream getResourceAsStream(String path) {
        return path.equals(FILE)
            ? new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))
            : super.getResourceAsStream(path);
      }
    };
  }

  @Test
  void shouldChangeWithTheContentOfAFileThatAReachedClassNames() {
    String before = Fingerprint.of(new ListedJob(), with("home\tbeds\na\t1\n"));
    assertThat(Fingerprint.of(new ListedJob(), with("home\tbeds\na\t2\n"))).isNotEqualTo(before);
    assertThat(Fingerprint.of(new ListedJob(), with("home\tbeds\na\t1\n"))).isEqualTo(before);
  }

  @Test
  void shouldHoldNoFileThatIsNotThere() {
    assertThat(Fingerprint.resources(new ListedJob())).isEmpty();
  }
}

package careworkforce.common.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String SECRET = "spark.hadoop.fs.s3a.secret.key";
  @TempDir Path folder;

  private Settings from(String permissions, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return Settings.load(List.of(file.toFile()), Map.of());
  }

  @Test
  void shouldTakeASecretFromAFileOfItsOwnerAlone() throws IOException {
    assertThat(from("rw-------", SECRET + " = hush").spark()).containsEntry(SECRET, "hush");
  }

  @Test
  void shouldRefuseASecretInAFileThatOthersMayRead() {
    assertThatThrownBy(() -> from("rw-r--r--", SECRET + " = hush"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot use the secret " + SECRET + ": others may read")
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("hush");
  }

  @Test
  void shouldRefuseASecretOnTheCommandLine() {
    assertThatThrownBy(() -> Settings.load(List.of(), Map.of(SECRET, "hush")))
        .hasMessageContaining("on the command line")
        .hasMessageContaining("${NAME}")
        .hasMessageNotContaining("hush");
  }

  @Test
  void shouldTakeASecretFromTheEnvironmentThroughAnyFile() throws IOException {
    assertThat(from("rw-r--r--", SECRET + " = ${HOME}").spark())
        .containsEntry(SECRET, System.getenv("HOME"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.hadoop.fs.s3a.access.key",
        "spark.hadoop.fs.azure.account.key.lake.dfs.core.windows.net",
        "spark.authenticate.secret",
        "spark.ssl.keyPassword",
        "observe.webhook",
        "parquet.encryption.key.access.token"
      })
  void shouldKnowASecretByItsKey(String key) {
    assertThat(Secrets.isOne(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pseudonyms.key-file",
        "pseudonyms.key-variable",
        "spark.hadoop.fs.s3a.aws.credentials.provider",
        "spark.authenticate.secret.file",
        "lake.path"
      })
  void shouldNotTakeTheNameOfAPlaceForASecret(String key) {
    assertThat(Secrets.isOne(key)).isFalse();
  }
}

package careworkforce.common.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PseudonymCommandTest {
  @TempDir Path folder;

  private Terminal type(String typed, String entity) throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef0123456789abcdef");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Catalogue catalogue = Terminal.CATALOGUE;
    CommandLine command =
        new CommandLine(
            new PseudonymCommand(catalogue, new ByteArrayInputStream(typed.getBytes(UTF_8))));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit =
        ErrorMessages.tellOn(command)
            .execute(
                entity, "--set", "pseudonyms.key-file=" + key, "--set", "pseudonyms.project=p");
    return new Terminal(exit, out.toString(), err.toString());
  }

  @Test
  void shouldPrintThePseudonymThatStandsInTables() throws IOException {
    // python3 -c "import hmac; k=hmac.digest(b'0123456789abcdef0123456789abcdef',
    // b'p/resident/1','sha256'); print(hmac.new(k,b'123','sha256').hexdigest()[:32])"
    Terminal answer = type("123\n\n 123 \n", "resident");
    assertThat(answer.exit()).isZero();
    assertThat(answer.out().lines())
        .containsExactly("5f9c5487240bd8e79f580295bc025b9d", "5f9c5487240bd8e79f580295bc025b9d");
  }

  @Test
  void shouldNameTheEntitiesThatTablesHave() throws IOException {
    Terminal answer = type("123\n", "nobody");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("Cannot make pseudonyms of nobody", "resident");
  }
}

package careworkforce.pipelines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that is carried to a machine without network, unpacked there. */
@Tag("bundle")
class BundleTest {
  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void unpack() throws Exception {
    try (Stream<Path> made = Files.list(Path.of("target"))) {
      Path archive = made.filter(f -> f.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
      told("tar", "-xzf", archive.toAbsolutePath().toString());
    }
    try (Stream<Path> unpacked = Files.list(folder)) {
      home = unpacked.findFirst().orElseThrow();
    }
    program("bin/mvn", "echo maven is asked for; exit 97");
  }

  private Path program(String path, String does) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + does + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @Test
  void shouldRunTheDemoWithNothingButAJavaVirtualMachine() throws Exception {
    String said = told(home + "/bin/careworkforce", "demo", "--scale", "0.003", "--to", "demo");
    assertThat(said)
        .contains("SYNTHETIC DATA", "planted truth")
        .doesNotContain("maven")
        .endsWith("exit code 0\n");
    assertThat(folder.resolve("demo/report.html")).isNotEmptyFile();
  }

  @Test
  void shouldSayWhichJavaItNeeds() throws Exception {
    Path old = program("java-11/bin/java", "exit 97").getParent().getParent();
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThat(run(Map.of("JAVA_HOME", old.toString()), home + "/bin/careworkforce", "tables"))
        .isEqualTo(
            """
            Cannot start careworkforce: because %s/bin/java is of version 11.0.2. Install a JDK 17, or set JAVA_HOME to one.
            exit code 2
            """
                .formatted(old));
  }

  private String told(String... command) throws Exception {
    return run(Map.of("JAVA_HOME", System.getProperty("java.home")), command);
  }

  private String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", folder + "/bin:/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return said + "exit code " + process.waitFor() + "\n";
  }
}

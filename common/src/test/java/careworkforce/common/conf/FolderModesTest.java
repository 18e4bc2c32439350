package careworkforce.common.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.delta.LocalFiles;
import careworkforce.common.error.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderModesTest {
  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  private FolderModes modes(String widest, String severity) {
    return new FolderModes(
        Settings.load(List.of(), Map.of("folders.widest", widest, "folders.severity", severity)),
        told::add);
  }

  private String open(String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    return folder.toString();
  }

  @Test
  void shouldRefuseAFolderThatOthersMayReadWhereOnlyTheGroupMay() throws IOException {
    String lake = open("rwxr-xr-x");
    assertThatThrownBy(() -> modes("rwxr-x---", "FAIL").check("the lake", lake))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot use the lake %s: its permissions are rwxr-xr-x, wider than folders.widest, rwxr-x---."
                    .formatted(lake)
                + " Run chmod 750 "
                + lake
                + ".");
  }

  @Test
  void shouldWarnOrSayNothingAsConfigured() throws IOException {
    String lake = open("rwxrwxrwx");
    modes("rwxr-xr-x", "OFF").check("the lake", lake);
    assertThat(told).isEmpty();
    modes("rwxr-xr-x", "WARN").check("the lake", lake);
    assertThat(told).singleElement().asString().contains("rwxrwxrwx", "chmod 755");
  }

  /** As a landing place that a command does not read, on a cluster that is not there. */
  @Test
  void shouldLetAStoreThatDoesNotAnswerBeToldByWhatReadsIt() {
    Map<String, String> nobodyThere =
        Map.of(
            "folders.severity", "FAIL",
            "spark.hadoop.fs.defaultFS", "\"hdfs://127.0.0.1:1\"",
            "spark.hadoop.ipc.client.connect.max.retries", "\"0\"");
    new FolderModes(Settings.load(List.of(), nobodyThere), told::add)
        .checkReached("the landing place", "landing");
    assertThat(told).isEmpty();
  }

  @Test
  void shouldLookAtAFolderNamedWithItsScheme() throws IOException {
    Path lake = Files.createDirectory(folder.resolve("a lake"));
    Files.setPosixFilePermissions(lake, PosixFilePermissions.fromString("rwxrwxrwx"));
    modes("rwxr-xr-x", "WARN").check("the lake", "file://" + lake);
    assertThat(told).singleElement().asString().contains("rwxrwxrwx", "chmod 755 " + lake);
  }

  @Test
  void shouldPassAFolderThatIsClosedEnoughOrNotHere() throws IOException {
    FolderModes modes = modes("rwxr-x---", "FAIL");
    modes.check("the lake", open("rwx------"));
    modes.check("the lake", "file:" + open("rwxr-x---"));
    modes.check("the lake", folder + "/none");
    modes.check("the lake", "s3a://bucket/lake");
    assertThat(told).isEmpty();
  }

  @Test
  void shouldMakeNothingThatItWouldRefuse() throws IOException {
    Settings settings = Settings.load(List.of(), Map.of("folders.widest", "rwxr-x---"));
    assertThat(FolderModes.umask(settings)).isEqualTo("027");
    assertThat(FolderModes.umask(Settings.defaults())).isEqualTo("022");
    Configuration hadoop = new Configuration(false);
    Sessions.keys(settings)
        .forEach((key, value) -> hadoop.set(key.replace("spark.hadoop.", ""), value));
    try (LocalFiles files = new LocalFiles()) {
      files.initialize(URI.create("file:///"), hadoop);
      files.create(new org.apache.hadoop.fs.Path(folder + "/lake/table/1.parquet")).close();
    }
    modes("rwxr-x---", "FAIL").check("the lake", folder + "/lake");
    assertThat(permissions(folder.resolve("lake/table"))).isEqualTo("rwxr-x---");
    assertThat(permissions(folder.resolve("lake/table/1.parquet"))).isEqualTo("rw-r-----");
  }

  private static String permissions(Path of) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
  }

  private Path within(String path, String permissions) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void shouldNameTheFirstFilesOpenTooWideInAFolderThatIsNot() throws IOException {
    within("a/1.parquet", "rw-rw-r--");
    within("a/2.parquet", "rw-r--r--");
    within("b/3.parquet", "rw-r--rw-");
    within("b/4.parquet", "rwxrwxrwx");
    within("b/5.parquet", "rw-rw-rw-");
    within("c/6.parquet", "rw-rw-rw-");
    String lake = open("rwxr-xr-x");
    assertThatThrownBy(() -> modes("rwxr-xr-x", "FAIL").check("the lake", lake))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot use the lake "
                + lake
                + ": in it, the permissions of a/1.parquet (rw-rw-r--), b/3.parquet (rw-r--rw-),"
                + " b/4.parquet (rwxrwxrwx), others are wider than folders.widest, rwxr-xr-x."
                + " Run chmod -R g-w,o-w "
                + lake
                + ".");
  }

  @Test
  void shouldLookAtAllOfALargeFolderWhereWhatIsOpenIsAFailure() throws IOException {
    within("a/1.parquet", "rw-r--r--");
    within("a/2.parquet", "rw-r--r--");
    within("z/3.parquet", "rw-rw-rw-");
    String lake = open("rwxr-xr-x");
    assertThatThrownBy(() -> looking(3, "FAIL").check("the lake", lake))
        .hasMessageContaining("the permissions of z/3.parquet (rw-rw-rw-) are wider");
    looking(3, "WARN").check("the lake", lake);
    assertThat(told)
        .singleElement()
        .asString()
        .contains("Of what stands in the lake " + lake + ", 3 files and folders were looked at");
    told.clear();
    looking(5, "WARN").check("the lake", lake);
    assertThat(told).singleElement().asString().contains("z/3.parquet (rw-rw-rw-)");
  }

  @Test
  void shouldLookAtEveryFolderBeforeTheFilesOfTheFirst() throws IOException {
    within("a/1.parquet", "rw-r--r--");
    within("z/2.parquet", "rw-r--r--");
    Files.setPosixFilePermissions(
        folder.resolve("z"), PosixFilePermissions.fromString("rwxrwxrwx"));
    looking(2, "WARN").check("the lake", open("rwxr-xr-x"));
    assertThat(told).anyMatch(warning -> warning.contains("the permissions of z (rwxrwxrwx) are"));
  }

  private FolderModes looking(int most, String severity) {
    return new FolderModes(
        Settings.load(
            List.of(), Map.of("folders.widest", "rwxr-xr-x", "folders.severity", severity)),
        told::add,
        most);
  }

  @Test
  void shouldPassFilesToWhichAFolderAboveLetsNobody() throws IOException {
    within("shut/1.parquet", "rw-rw-rw-");
    Files.setPosixFilePermissions(
        folder.resolve("shut"), PosixFilePermissions.fromString("rwxr-x---"));
    String lake = open("rwxr-xr-x");
    modes("rwxrwxr-x", "FAIL").check("the lake", lake);
    within("seen/2.parquet", "rw-rw-rw-");
    assertThatThrownBy(() -> modes("rwxrwxr-x", "FAIL").check("the lake", lake))
        .hasMessageContaining("the permissions of seen/2.parquet (rw-rw-rw-) are wider");
  }

  @Test
  void shouldFollowNoLink() throws IOException {
    Path shut = within("shut/1.parquet", "rw-rw-rw-");
    Files.setPosixFilePermissions(shut.getParent(), PosixFilePermissions.fromString("rwxr-x---"));
    Files.createSymbolicLink(folder.resolve("link"), shut);
    modes("rwxrwxr-x", "FAIL").check("the lake", open("rwxr-xr-x"));
  }

  @Test
  void shouldSayWhatAPermissionLooksLike() {
    assertThatThrownBy(() -> modes("\"0750\"", "FAIL")).hasMessageContaining("rwxr-x---");
  }
}

package careworkforce.common.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  void shouldSayWhatAPermissionLooksLike() {
    assertThatThrownBy(() -> modes("\"0750\"", "FAIL")).hasMessageContaining("rwxr-x---");
  }
}

package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.conf.FolderModes;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Upkeep;
import careworkforce.common.error.UserError;
import careworkforce.common.hadoop.Hdfs;
import careworkforce.common.ingest.Pseudonyms;
import careworkforce.common.lock.LakeLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.SafeModeAction;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a lake on HDFS, files delivered to HDFS, and the faults that HDFS has. */
@Tag("hdfs")
class NightsOnHdfsTest {
  private static final String JANUARY = "beds/BEDS_202101.csv";
  @TempDir static java.nio.file.Path servers;
  private static Hdfs hdfs;
  @TempDir java.nio.file.Path folder;
  private DistributedFileSystem files;
  private String place;
  private Hospital hospital;

  @BeforeAll
  static void start() throws Exception {
    hdfs = new Hdfs(servers);
  }

  @AfterAll
  static void stop() {
    hdfs.close();
  }

  @BeforeEach
  void open(TestInfo test) throws IOException {
    files = (DistributedFileSystem) hdfs.files();
    place = hdfs.root() + "/" + test.getTestMethod().orElseThrow().getName();
    hospital =
        Hospital.withLakeAt(place + "/lake", folder)
            .set("sources.path", '"' + place + "/landing" + '"')
            .set("retry.attempts", "2")
            .set("retry.pause", "0");
    deliver(JANUARY, "a,10", "b,20");
    deliver("staff/STAFF_202101.csv", "a,3");
    hospital.refreshLocked("20210101-010000-000");
  }

  private void deliver(String file, String... lines) throws IOException {
    hospital.deliver(file, lines);
    write("landing/" + file, Files.readString(folder.resolve("landing/" + file)), "644");
  }

  private Path write(String name, String text, String permissions) throws IOException {
    Path file = new Path(place + "/" + name);
    try (FSDataOutputStream out = files.create(file, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    files.setPermission(file, new FsPermission(permissions));
    return file;
  }

  @Test
  void shouldMakeTheTablesThatAreMadeOnThisMachine() throws IOException {
    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly("[2021-01-01,a,10,3]", "[2021-01-01,b,20,null]");

    deliver("beds/BEDS_202102.csv", "a,12", "d,1");
    hospital.refreshLocked("20210102-010000-000");
    files.delete(new Path(place + "/landing/" + JANUARY), false);
    hospital.withdraw(JANUARY).refreshLocked("20210103-010000-000");
    new Upkeep(hospital.lake, WardMonths.TABLE).compact();

    hospital.assertLikeARebuild();
    assertThat(hospital.refreshLocked("20210104-010000-000")).isEmpty();
  }

  @Test
  void shouldHoldTheLock() {
    try (LakeLock lock = LakeLock.take(hospital.lake, hospital.settings(), said -> {})) {
      assertThatThrownBy(() -> hospital.refreshLocked("20210102-010000-000"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("lock");
      lock.mustHold();
    }
    assertThat(hospital.refreshLocked("20210102-010000-000")).isEmpty();
  }

  @Test
  void shouldTellOfASpentQuotaAndCompleteOnceThereIsRoom() throws IOException {
    List<String> before = hospital.rows(WardMonths.TABLE);
    Path lake = new Path(place + "/lake");
    files.setQuota(lake, HdfsConstants.QUOTA_DONT_SET, 1);
    deliver("beds/BEDS_202102.csv", "a,12");

    assertThatThrownBy(() -> hospital.refresh())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the disk of " + place + "/lake")
        .hasMessageContaining("is full");
    assertThat(hospital.rows(WardMonths.TABLE)).isEqualTo(before);

    files.setQuota(lake, HdfsConstants.QUOTA_DONT_SET, HdfsConstants.QUOTA_RESET);
    hospital.refresh();
    hospital.assertLikeARebuild();
  }

  @Test
  void shouldTellOfANameNodeThatOnlyReadsAndCompleteOnceItWrites() throws IOException {
    deliver("beds/BEDS_202102.csv", "a,12");
    files.setSafeMode(SafeModeAction.ENTER);
    try {
      assertThatThrownBy(() -> hospital.refresh())
          .isInstanceOf(UserError.class)
          .hasMessageContaining("a store or the network does not answer")
          .hasMessageContaining("safe mode");
    } finally {
      files.setSafeMode(SafeModeAction.LEAVE);
    }
    hospital.refresh();
    hospital.assertLikeARebuild();
  }

  @Test
  void shouldReadAKeyThatNobodyElseMay() throws IOException {
    String key = "0123456789abcdef0123456789abcdef";
    Path ours = write("ours.key", key, "600");
    Path all = write("all.key", key, "644");

    assertThat(Pseudonyms.of(withKey(ours))).isNotNull();
    assertThatThrownBy(() -> Pseudonyms.of(withKey(all)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("others may use the key file " + all)
        .hasMessageContaining("hdfs dfs -chmod 600 " + all);
    assertThatThrownBy(() -> Pseudonyms.of(withKey(new Path(place + "/no.key"))))
        .hasMessageContaining("there is no key file " + place + "/no.key");
  }

  private static Settings withKey(Path file) {
    return Settings.load(List.of(), Map.of("pseudonyms.key-file", '"' + file.toString() + '"'));
  }

  @Test
  void shouldWarnOfWhatIsOpenTooWide() throws IOException {
    List<String> told = new ArrayList<>();
    FolderModes modes = new FolderModes(Settings.defaults(), told::add);
    modes.check("the lake", place + "/lake");
    assertThat(told).isEmpty();

    files.setPermission(new Path(place + "/lake/silver"), new FsPermission("1777"));
    modes.check("the lake", place + "/lake");
    assertThat(told)
        .singleElement()
        .asString()
        .contains(
            "the permissions of silver (rwxrwxrwx) are wider than folders.widest, rwxr-xr-x",
            "Run hdfs dfs -chmod -R g-w,o-w " + place + "/lake");
  }

  /**
   * As on a cluster whose core-site.xml names HDFS: a path without a scheme is not of the driver.
   */
  @Test
  void shouldLookForAPathWithoutASchemeWhereSparkDoes() throws IOException {
    Settings there =
        Settings.load(List.of(), Map.of("spark.hadoop.fs.defaultFS", '"' + hdfs.root() + '"'));
    List<String> told = new ArrayList<>();
    files.setPermission(new Path(place + "/lake"), new FsPermission("1777"));
    new FolderModes(there, told::add)
        .checkReached("the lake", new Path(place + "/lake").toUri().getPath());
    assertThat(told)
        .singleElement()
        .asString()
        .contains("Run hdfs dfs -chmod 755 " + place + "/lake");
  }
}

package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Deliveries;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be taken in stop no other, and leave what stood. */
class BadFilesTest {
  private static final String GOOD = Homes.HEADER + "h1,20,9.50,01/04/2011,N\n";
  @TempDir Path folder;
  private final Ingest homes = Homes.Taking.standard();
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @Test
  void shouldRefuseWhatCannotBeReadAndTakeInTheRest() {
    byte[] packed = Desk.packed(GOOD + "h2,1,,,N\n".repeat(1_000));
    desk.deliver("homes/HOMES_201501.csv", GOOD);
    desk.deliver("homes/HOMES_201502.csv.gz", packed);
    desk.deliver("homes/HOMES_201503.csv.gz", Arrays.copyOf(packed, packed.length / 2));
    desk.deliver("homes/HOMES_201504.csv", "");
    desk.deliver("homes/HOMES_201505.csv", Homes.HEADER);
    desk.deliver("homes/HOMES_201506.csv", GOOD.replace(',', ';'));
    desk.deliver("homes/HOMES_201507.csv.gz", GOOD);
    desk.deliver("homes/HOMES_201508.csv", "Home,Wage,Opened,Kind\nh1,,,N\n");
    desk.deliver("homes/HOMES_201509.csv.gz", new byte[0]);

    Deliveries.Taken taken = desk.run(homes);

    assertThat(Desk.counts(taken))
        .containsExactly(
            "HOMES_201501.csv ingested 1 = 1 + 0 + 0",
            "HOMES_201502.csv.gz ingested 1001 = 2 + 0 + 999",
            "HOMES_201503.csv.gz refused 0 = 0 + 0 + 0",
            "HOMES_201504.csv refused 0 = 0 + 0 + 0",
            "HOMES_201505.csv ingested 0 = 0 + 0 + 0",
            "HOMES_201506.csv refused 0 = 0 + 0 + 0",
            "HOMES_201507.csv.gz refused 0 = 0 + 0 + 0",
            "HOMES_201508.csv refused 0 = 0 + 0 + 0",
            "HOMES_201509.csv.gz refused 0 = 0 + 0 + 0");
    assertThat(taken.messages())
        .contains(
            "Cannot take homes/HOMES_201503.csv.gz into bronze.homes: its packed content is cut off"
                + " or empty. Have it delivered again.",
            "Cannot take homes/HOMES_201504.csv into bronze.homes: it is empty. Have it delivered"
                + " again.",
            "Cannot take homes/HOMES_201508.csv into bronze.homes: column Beds is missing from its"
                + " header. Deliver the file with it, or declare a layout for its period that takes"
                + " it if there.");
    assertThat(desk.lake.count(Homes.TABLE)).isEqualTo(3);
    assertThat(desk.pending(homes)).isEmpty();
  }

  @Test
  void shouldRefuseAGzipBombAndTakeInTheRest() {
    byte[] bomb = Desk.packed(GOOD + "\n".repeat(65 << 20));
    assertThat(bomb.length).isLessThan(130 << 10);
    desk.deliver("homes/HOMES_201501.csv.gz", bomb).deliver("homes/HOMES_201502.csv", GOOD);

    Deliveries.Taken taken = desk.run(homes);

    assertThat(Desk.counts(taken))
        .containsExactly(
            "HOMES_201501.csv.gz refused 0 = 0 + 0 + 0", "HOMES_201502.csv ingested 1 = 1 + 0 + 0");
    assertThat(taken.messages().get(0)).contains("it unpacks to more than 67108864 bytes");
  }

  @Test
  void shouldKeepWhatStoodWhereTheNewDeliveryIsBad() {
    desk.deliver("homes/HOMES_201501.csv", GOOD).deliver("homes/HOMES_201502.csv", GOOD);
    desk.run(homes);
    List<String> stood = desk.rows(Homes.TABLE);
    desk.deliver("homes/HOMES_201501.csv", Homes.HEADER + "h1,x,,,N\n");
    desk.deliver("homes/HOMES_201502.csv", Homes.HEADER);

    assertThat(Desk.counts(desk.run(homes)))
        .containsExactly(
            "HOMES_201501.csv refused 0 = 0 + 0 + 0", "HOMES_201502.csv refused 0 = 0 + 0 + 0");
    assertThat(desk.rows(Homes.TABLE)).isEqualTo(stood);
    assertThat(desk.pending(homes)).isEmpty();
  }

  @Test
  void shouldRefuseAFirstDeliveryOfWhichNoRowIsAccepted() {
    String commas = Homes.HEADER + "h1,20,\"9,50\",,N\nh2,30,\"9,60\",,N\nh3\n";
    desk.deliver("homes/HOMES_201501.csv", GOOD).deliver("homes/HOMES_201502.csv", commas);

    Deliveries.Taken taken = desk.run(homes);

    assertThat(Desk.counts(taken))
        .containsExactly(
            "HOMES_201501.csv ingested 1 = 1 + 0 + 0", "HOMES_201502.csv refused 0 = 0 + 0 + 0");
    assertThat(taken.messages())
        .containsExactly(
            "Cannot take homes/HOMES_201502.csv into bronze.homes: it holds no acceptable row"
                + " (2 BAD_NUMBER, 1 WRONG_FIELD_COUNT, the first in line 2, column Wage). Have it"
                + " delivered as its layout says, or declare a layout for it.");
    assertThat(desk.pending(homes)).isEmpty();
  }

  @Test
  void shouldLoseNoGoodRowBesideABadOneOfEveryKind() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(GOOD.getBytes(StandardCharsets.UTF_8));
    file.writeBytes("nul,\0,,,N\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes(("long," + "9".repeat(10_000_000) + ",,,N\n").getBytes(StandardCharsets.UTF_8));
    file.writeBytes("comma,20,\"9,50\",,N\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes("caf\u00e9,1,,,N\n".getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes("\"two\nlines\",1,,,N\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes("open,1,,,\"N\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes("markers,NULL,NA,*,c\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes("last,7,,,N\n".getBytes(StandardCharsets.UTF_8));
    desk.deliver("homes/HOMES_201501.csv", file.toByteArray());

    assertThat(Desk.counts(desk.run(homes)))
        .containsExactly("HOMES_201501.csv ingested 9 = 4 + 5 + 0");
    Rejects rejects = Rejects.of(Homes.TABLE);
    assertThat(
            desk
                .lake
                .read(rejects)
                .orderBy(rejects.line.col())
                .select("code")
                .collectAsList()
                .stream()
                .map(r -> r.getString(0)))
        .containsExactly("NUL_BYTE", "LINE_TOO_LONG", "BAD_NUMBER", "BAD_ENCODING", "BAD_QUOTE");
  }

  @Test
  void shouldKeepEveryRejectOfAFileOfMany() {
    String bad = "h2,x%d,,,N\n";
    StringBuilder content = new StringBuilder(GOOD);
    for (int i = 0; i < FileReading.KEPT_REJECTS + 5; i++) {
      content.append(bad.formatted(i));
    }
    desk.deliver("homes/HOMES_201501.csv", content.toString());
    desk.deliver("homes/HOMES_201502.csv", GOOD + bad);

    desk.run(homes);

    Rejects rejects = Rejects.of(Homes.TABLE);
    assertThat(desk.lake.count(rejects)).isEqualTo(FileReading.KEPT_REJECTS + 6);
    assertThat(desk.lake.count(Homes.TABLE)).isEqualTo(2);
  }

  @Test
  void shouldWriteNoClearIdentifierAnywhere() {
    desk.deliver("people/PEOPLE_201501.csv", "NHS_Number,Age\n9434765919,80\n4010232137,x\n");

    desk.run(new People.Taking(People.Taking.standard()));

    assertThat(desk.rows(People.TABLE)).hasSize(1).noneMatch(r -> r.contains("9434765919"));
    assertThat(desk.rows(Rejects.of(People.TABLE)))
        .hasSize(1)
        .noneMatch(r -> r.contains("4010232137"))
        .allMatch(r -> r.contains("***,x"));
  }
}

package careworkforce.common.delta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import careworkforce.common.maintain.Erasure;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.crypto.keytools.KeyToolkit;
import org.apache.parquet.crypto.keytools.KmsClient;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedTableTest {
  private static final String ANNA = "3e3259ead58f4be1423fb280fbcbc224";
  private static final String BERT = "9c0b1f77aa5044d1b6c0a3c1d4e5f607";

  /** People or homes. */
  private static final class Named extends Table {
    static final Named PEOPLE = new Named("people", Sensitivity.PERSONAL);
    static final Named HOMES = new Named("homes", Sensitivity.PUBLIC);
    final Field who = key("who", DataTypes.StringType, "who it is");

    private Named(String name, Sensitivity sensitivity) {
      super(Layer.SILVER, name, "one row a name", sensitivity);
    }
  }

  /** Keeps every key in its own book and gives out a page, as a key service might. */
  public static final class KeyBook implements KmsClient {
    private static final Map<String, byte[]> PAGES = new ConcurrentHashMap<>();

    @Override
    public void initialize(Configuration hadoop, String instance, String url, String token) {
      assertThat(hadoop.get("parquet.encryption.kms.client.class")).isEqualTo(getClass().getName());
    }

    @Override
    public String wrapKey(byte[] key, String master) {
      String page = master + " page " + PAGES.size();
      PAGES.put(page, key.clone());
      return page;
    }

    @Override
    public byte[] unwrapKey(String page, String master) {
      return PAGES.get(page);
    }
  }

  @TempDir static Path folder;
  private static Lake lake;

  @BeforeAll
  static void encryptPersonalTables() throws IOException {
    Path key = Files.writeString(folder.resolve("lake.key"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    lake = new Lake(session(key), folder.resolve("lake").toString());
  }

  private static SparkSession session(Path key) {
    return session(key, LocalKms.class);
  }

  private static SparkSession session(Path key, Class<? extends KmsClient> kms) {
    Sparks.session();
    KeyToolkit.removeCacheEntriesForAllTokens();
    return Sessions.open(
        Settings.load(
            List.of(),
            Map.of(
                "encryption.tables",
                "[PERSONAL]",
                "encryption.key-file",
                "\"" + key + "\"",
                "encryption.kms",
                "\"" + kms.getName() + "\"",
                "spark.master",
                "\"local[2]\"")));
  }

  @AfterAll
  static void leaveTheSharedSessionAsItWas() {
    for (String key :
        List.of(
            "spark.careworkforce.encryption.tables",
            "parquet.crypto.factory.class",
            "parquet.encryption.kms.client.class",
            "careworkforce.encryption.key.file")) {
      Sparks.session().conf().unset(key);
    }
  }

  private static void write(Table table, String... names) {
    write(lake, table, names);
  }

  private static void write(Lake lake, Table table, String... names) {
    List<Row> rows = Stream.of(names).map(RowFactory::create).toList();
    Dataset<Row> data = lake.spark().createDataFrame(rows, table.schema()).coalesce(1);
    lake.append(table, data, Provenance.none());
  }

  /** Every file of a table, its log among them, in one text. */
  private static String onDisk(Table table) throws IOException {
    return onDisk(lake, table);
  }

  private static String onDisk(Lake lake, Table table) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of(lake.path(table)))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static List<String> names(Table table) {
    return names(lake, table);
  }

  private static List<String> names(Lake lake, Table table) {
    List<String> names = new ArrayList<>();
    lake.read(table).collectAsList().forEach(row -> names.add(row.getString(0)));
    return names.stream().sorted().toList();
  }

  @Test
  void shouldWritePersonsEncryptedAndReadThemBackThroughCompactionAndErasure() throws IOException {
    write(Named.PEOPLE, ANNA);
    write(Named.PEOPLE, BERT);
    assertThat(onDisk(Named.PEOPLE)).doesNotContain(ANNA, BERT).contains("PARE");
    assertThat(names(Named.PEOPLE)).containsExactly(ANNA, BERT);

    new Upkeep(lake, Named.PEOPLE).compact();
    assertThat(new Upkeep(lake, Named.PEOPLE).files().files()).isEqualTo(1);
    assertThat(onDisk(Named.PEOPLE)).doesNotContain(ANNA, BERT);
    assertThat(names(Named.PEOPLE)).containsExactly(ANNA, BERT);

    new Erasure(lake, List.of(Named.PEOPLE, Named.HOMES)).erase(ANNA);
    assertThat(onDisk(Named.PEOPLE)).doesNotContain(ANNA, BERT).contains("PARE");
    assertThat(names(Named.PEOPLE)).containsExactly(BERT);
  }

  @Test
  void shouldWriteWhatIsPublicInClear() throws IOException {
    write(Named.HOMES, ANNA);
    assertThat(onDisk(Named.HOMES)).contains(ANNA).doesNotContain("PARE");
  }

  @Test
  void shouldCopyATableOfAPastNightAsItWasMade() throws IOException {
    Path key = folder.resolve("lake.key");
    Lake here = new Lake(session(key), folder.resolve("copied").toString());
    write(here, Named.PEOPLE, ANNA);
    write(here, Named.PEOPLE, BERT);
    Lake past = new Lake(here.spark(), folder.resolve("past").toString());
    here.spark().conf().set("spark.careworkforce.encryption.tables", "");
    try {
      past.copy(Named.PEOPLE, here, 1);
    } finally {
      session(key);
    }
    assertThat(names(past, Named.PEOPLE)).containsExactly(ANNA);
    assertThat(onDisk(past, Named.PEOPLE)).doesNotContain(ANNA).contains("PARE");
  }

  @Test
  void shouldHaveKeysKeptByTheClassThatIsConfigured() throws IOException {
    Path key = folder.resolve("lake.key");
    Lake served = new Lake(session(key, KeyBook.class), folder.resolve("served").toString());
    try {
      write(served, Named.PEOPLE, ANNA);
      assertThat(KeyBook.PAGES.keySet()).isNotEmpty().allMatch(page -> page.startsWith("lake"));
      KeyToolkit.removeCacheEntriesForAllTokens();
      assertThat(names(served, Named.PEOPLE)).containsExactly(ANNA);
      assertThat(onDisk(served, Named.PEOPLE)).doesNotContain(ANNA).contains("PARE");
    } finally {
      session(key);
    }
  }

  @Test
  void shouldSayThatTheKeyIsAnotherAndNotThatTheFileIsDamaged() throws IOException {
    Path key = folder.resolve("lake.key");
    Path other = Files.writeString(folder.resolve("other.key"), "fedcba9876543210".repeat(4));
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
    Lake locked = new Lake(session(key), folder.resolve("locked").toString());
    try {
      write(locked, Named.PEOPLE, ANNA);
      session(other);
      assertThatThrownBy(() -> names(locked, Named.PEOPLE))
          .satisfies(
              e ->
                  assertThat(UserError.among(e))
                      .hasValueSatisfying(
                          told ->
                              assertThat(told)
                                  .hasMessageContaining(
                                      "of another key than encryption.key-file")));
    } finally {
      session(key);
    }
  }

  @Test
  void shouldRefuseAKeyFileThatOthersMayRead() throws IOException {
    Path open = Files.writeString(folder.resolve("open.key"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> session(open))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot encrypt tables: others may use the key file");
  }
}

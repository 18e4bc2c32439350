package careworkforce.common.delta;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import careworkforce.common.lock.LakeLock;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables through s3a, against a server on loopback that speaks S3, with conf/cluster.conf. */
@Tag("s3")
class LakeOnS3Test {
  private static final Path HOME = Path.of(System.getProperty("careworkforce.home", ".."));

  /** Homes. */
  private static final class Homes extends Table {
    static final Homes TABLE = new Homes();
    final Field home = key("home", DataTypes.IntegerType, "its number");

    private Homes() {
      super(Layer.SILVER, "homes", "one row a home", Sensitivity.PUBLIC);
    }
  }

  @TempDir static Path folder;
  private static BlobStoreContext blobs;
  private static S3Proxy server;
  private static Settings settings;
  private static Lake lake;

  @BeforeAll
  static void serve() throws Exception {
    blobs =
        ContextBuilder.newBuilder("transient")
            .credentials("anyone", "anything")
            .build(BlobStoreContext.class);
    blobs.getBlobStore().createContainerInLocation(null, "bucket");
    server =
        S3Proxy.builder()
            .blobStore(blobs.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "us", "hush")
            .build();
    server.start();
    settings =
        Settings.load(
            List.of(HOME.resolve("conf/cluster.conf").toFile(), access(server.getPort())),
            Map.of());
    lake = new Lake(Sessions.open(settings), "s3a://bucket/lake");
  }

  private static File access(int port) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("s3.conf"),
            """
            spark {
              master = "local[2]"
              sql.shuffle.partitions = "2"
              hadoop.fs.s3a {
                "endpoint" = "http://127.0.0.1:%d"
                "endpoint.region" = "us-east-1"
                path.style.access = "true"
                access.key = "us"
                secret.key = "hush"
              }
            }
            """
                .formatted(port));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file.toFile();
  }

  @AfterAll
  static void stop() throws Exception {
    lake.spark().stop();
    server.stop();
    blobs.close();
  }

  private static Dataset<Row> homes(int from, int to) {
    List<Row> rows = IntStream.range(from, to).<Row>mapToObj(RowFactory::create).toList();
    return lake.spark().createDataFrame(rows, Homes.TABLE.schema());
  }

  @Test
  void shouldWriteAndReadVersionsOfATable() {
    lake.overwrite(Homes.TABLE, homes(0, 10), Provenance.none());
    lake.append(Homes.TABLE, homes(10, 15), Provenance.none());
    long newest = lake.version(Homes.TABLE).orElseThrow();
    assertThat(lake.count(Homes.TABLE)).isEqualTo(15);
    assertThat(lake.read(Homes.TABLE, newest - 1).count()).isEqualTo(10);

    new Upkeep(lake, Homes.TABLE).compact();
    assertThat(lake.count(Homes.TABLE)).isEqualTo(15);
    lake.takeBack(Homes.TABLE, OptionalLong.of(newest - 1));
    assertThat(lake.count(Homes.TABLE)).isEqualTo(10);
    String first = "lake/silver/homes/_delta_log/00000000000000000000.json";
    assertThat(blobs.getBlobStore().blobExists("bucket", first)).isTrue();
  }

  @Test
  void shouldHoldTheLakesLockAndKeepSmallFiles() {
    try (LakeLock lock = LakeLock.take(lake, settings, said -> {})) {
      lock.mustHold();
      lake.note("status.json").write("{}");
    }
    assertThat(lake.note("status.json").read()).contains("{}");
  }
}

package careworkforce.pipelines.synthetic;

import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.LandingPlace;
import careworkforce.pipelines.synthetic.area.AdvertsStory;
import careworkforce.pipelines.synthetic.area.AreasStory;
import careworkforce.pipelines.synthetic.area.CommutingStory;
import careworkforce.pipelines.synthetic.area.HousePricesStory;
import careworkforce.pipelines.synthetic.area.StoreOpeningsStory;
import careworkforce.pipelines.synthetic.area.WageFloorsStory;
import careworkforce.pipelines.synthetic.care.CareStory;
import careworkforce.pipelines.synthetic.care.DirectoryStory;
import careworkforce.pipelines.synthetic.jobs.IndustriesStory;
import careworkforce.pipelines.synthetic.jobs.LabourForceStory;
import careworkforce.pipelines.synthetic.nhs.NhsStory;
import careworkforce.pipelines.synthetic.nhs.TrustPlacesStory;
import careworkforce.pipelines.synthetic.nhs.TrustsStory;
import careworkforce.pipelines.synthetic.residents.ResidentsStory;
import careworkforce.pipelines.synthetic.users.SurveyStory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the synthetic England as delivered files: {@code landing/<source>/…}, what was planted in
 * {@code landing/truth.json}, a mark that all of it is synthetic, and a key for pseudonyms.
 */
public final class Synth {
  /** Told of each part before it begins. */
  public interface Progress {
    /**
     * A part begins.
     *
     * @param part its name
     * @param number from 1
     * @param of how many there are
     */
    void begins(String part, int number, int of);
  }

  private static final String MARK =
      """
      SYNTHETIC DATA. No person, trust, home or council described in these files exists as described.
      Made by 'careworkforce synth'. The planted effects stand in truth.json.
      """;

  private Synth() {}

  /**
   * Writes a world. The same settings give the same bytes.
   *
   * @param to folder that gets {@code landing} and {@code pseudonym.key}; what stands there under
   *     the same names is replaced
   */
  public static void write(SparkSession spark, Settings settings, Path to, Progress progress) {
    write(spark, WorldSettings.of(settings), to, progress);
  }

  /** The same, of a given world. */
  public static void write(SparkSession spark, WorldSettings world, Path to, Progress progress) {
    write(spark, world, to, story -> true, progress);
  }

  /** The same, with some of its stories alone: files that no such story tells are not there. */
  public static void write(
      SparkSession spark, WorldSettings world, Path to, Predicate<Story> told, Progress progress) {
    List<Story> stories = stories(world).stream().filter(told).toList();
    try {
      FileSystem fs = Folders.of(to, spark.sessionState().newHadoopConf());
      Path landing = fs.makeQualified(new Path(to, "landing")); // executors stand elsewhere
      fs.delete(landing, true);
      text(fs, new Path(landing, LandingPlace.SYNTHETIC), MARK);
      Delivery delivery = new Delivery(spark, world, landing);
      Truth truth = Truth.of(world);
      for (int i = 0; i < stories.size(); i++) {
        Story story = stories.get(i);
        progress.begins(story.name(), i + 1, stories.size());
        truth.count(delivery.of(story));
      }
      text(fs, new Path(landing, "truth.json"), truth.json());
      key(fs, new Path(to, "pseudonym.key"), world.seed());
    } catch (IOException e) {
      throw UserError.input(
          "write the synthetic world to " + to,
          String.valueOf(e.getMessage()),
          "Give a folder that can be written and has room");
    }
  }

  /** Every story of a world. */
  static List<Story> stories(WorldSettings world) {
    return List.of(
        new AreasStory(world),
        new TrustsStory(world),
        new HousePricesStory(world),
        new StoreOpeningsStory(world),
        new AdvertsStory(world),
        new CommutingStory(world),
        new WageFloorsStory(world),
        new IndustriesStory(world),
        new LabourForceStory(world),
        new TrustPlacesStory(world),
        new DirectoryStory(world),
        new ResidentsStory(world),
        new SurveyStory(world),
        new CareStory(world),
        new NhsStory(world));
  }

  private static void text(FileSystem fs, Path file, String text) throws IOException {
    try (java.io.OutputStream out = Folders.create(fs, file)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A key of its owner alone, which says what it is and protects nobody. */
  private static void key(FileSystem fs, Path file, long seed) throws IOException {
    try (java.io.OutputStream out = Folders.create(fs, file)) {
      fs.setPermission(file, new FsPermission((short) 0600));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(("synthetic " + seed).getBytes(StandardCharsets.UTF_8));
      String key = "SYNTHETIC-KEY-" + HexFormat.of().formatHex(bytes) + "\n";
      out.write(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

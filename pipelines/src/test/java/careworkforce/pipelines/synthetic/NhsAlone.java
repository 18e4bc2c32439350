package careworkforce.pipelines.synthetic;

import careworkforce.common.Sparks;
import careworkforce.pipelines.synthetic.area.AreasStory;
import careworkforce.pipelines.synthetic.nhs.NhsStory;
import careworkforce.pipelines.synthetic.nhs.TrustSpread;
import careworkforce.pipelines.synthetic.nhs.TrustsStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A synthetic NHS without care homes: its staff, trusts and places as delivered files. */
public final class NhsAlone {
  private final WorldSettings world;
  private final Truth truth;

  private NhsAlone(WorldSettings world) {
    this.world = world;
    this.truth = Truth.of(world);
  }

  /** Writes its files below a folder. */
  public static NhsAlone write(Path landing, Map<String, String> settings) {
    NhsAlone nhs = new NhsAlone(Overheard.world(settings));
    Delivery delivery =
        new Delivery(Sparks.session(), nhs.world, new org.apache.hadoop.fs.Path(landing.toUri()));
    try {
      for (Story story :
          List.of(new AreasStory(nhs.world), new TrustsStory(nhs.world), new NhsStory(nhs.world))) {
        nhs.truth.count(delivery.of(story));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nhs;
  }

  /** A number of {@code truth.json}. */
  public double planted(String name) {
    return Double.parseDouble(
        truth.json().replaceAll("(?s).*\"" + name + "\": (-?[0-9.eE-]+).*", "$1"));
  }

  /** Leaving of assistants relative to the middle of the trusts, by trust. */
  public Map<String, Double> leavingByTrust() {
    return TrustSpread.of(world).factors();
  }
}

package careworkforce.common.estimate.table;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Coefficient;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoefficientPlotTest {
  private static final List<Coefficient> COEFFICIENTS =
      List.of(
          Coefficient.of("wage", 0.5, 0.1, 100, 0.95),
          new Coefficient("beds < 10", -0.2, 0.1, -2, 0.05, Double.NEGATIVE_INFINITY, 0));

  @TempDir Path folder;

  @Test
  void shouldWriteTheNumbersBesideThePoints() {
    String svg = CoefficientPlot.of("turnover & wages", COEFFICIENTS).svg();
    assertThat(svg)
        .contains("0.5000 [0.3016, 0.6984]")
        .contains("beds &lt; 10")
        .contains("turnover &amp; wages")
        .doesNotContain("NaN");
    assertThat(svg.split("<circle", -1)).hasSize(3);
  }

  @Test
  void shouldPaintTheSamePictureAsPng() throws Exception {
    Path file = folder.resolve("plot.png");
    CoefficientPlot.of("turnover", COEFFICIENTS).png(file);
    var image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(760);
    assertThat(image.getRGB(1, 1) & 0xffffff).isEqualTo(0xffffff);
  }
}

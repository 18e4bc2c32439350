package careworkforce.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PicturesTest {
  private static final LineChart LINES =
      new LineChart(
          "Arrivals",
          "arrivals a month",
          List.of(
              new Series("HES", months(2019, 12), values(12, 40)),
              new Series("ECDS", months(2020, 6), values(6, 35))),
          0);
  private static final HeatMap MATRIX =
      new HeatMap(
          "Moves",
          "from",
          "to",
          List.of("support", "nurses"),
          List.of("support", "nurses"),
          new double[][] {{Double.NaN, 16}, {4, Double.NaN}},
          1);
  private static final IntervalPlot ESTIMATES =
      new IntervalPlot(
          "Effect",
          "arrivals a resident-month",
          List.of(
              new Interval("2SLS", 0.0031, 0.0019, 0.0043),
              new Interval("OLS", 0.0004, 0.0002, 0.0006)),
          0.00328);
  private static final IntervalPlot OPEN =
      new IntervalPlot(
          "Effect",
          "arrivals a resident-month",
          List.of(
              new Interval("2SLS", 0.0031, 0.0019, Double.POSITIVE_INFINITY),
              new Interval("OLS", 0.0004, Double.NaN, Double.NaN)),
          null);

  private static double[] months(int year, int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Month.of(year, 1).plus(i).number();
    }
    return x;
  }

  private static double[] values(int n, double from) {
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = from + i;
    }
    return y;
  }

  @Test
  void shouldDrawAnOpenIntervalToTheEdgeAndNoneWhereThereIsNone() {
    assertThat(OPEN.svg())
        .contains("0.00310 (0.00190 to ∞)", "0.00040 (no interval)", "whisker s1")
        .doesNotContain("NaN", "whisker s2");
  }

  @Test
  void shouldTellItsTitleAndWhatItShowsToScreenReaders() {
    for (Picture picture : List.of(LINES, MATRIX, ESTIMATES)) {
      Element svg = Parsed.of(picture.svg()).getDocumentElement();
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      assertThat(svg.getAttribute("aria-label")).startsWith(picture.title());
      assertThat(Parsed.count(picture.svg(), "desc")).isEqualTo(1);
    }
  }

  @Test
  void shouldCarryItsNumbersAsATable() {
    for (Picture picture : List.of(LINES, MATRIX, ESTIMATES)) {
      String html = new Figure(picture, "How to read it").html();
      assertThat(Parsed.count(html, "details")).isEqualTo(1);
      assertThat(Parsed.count(html, "figcaption")).isEqualTo(1);
    }
    assertThat(ESTIMATES.table().html())
        .contains("0.00310", "0.00190", "0.00430", "0.00328", "0.00040");
  }

  /** The line of 2019 would have its name run into that of 2020. */
  @Test
  void shouldNameALineThatEndsSoonerToTheLeftOfItsEndAndAboveIt() {
    NodeList texts = Parsed.of(LINES.svg()).getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      if (text.getTextContent().equals("HES")) {
        assertThat(text.getAttribute("text-anchor")).isEqualTo("end");
      } else if (text.getTextContent().equals("ECDS")) {
        assertThat(text.getAttribute("text-anchor")).isEqualTo("start");
      }
    }
    String path =
        ((Element) Parsed.of(LINES.svg()).getElementsByTagName("path").item(0)).getAttribute("d");
    String[] end = path.substring(path.lastIndexOf('L') + 1).split(" ");
    assertThat(LINES.svg())
        .contains("x=\"" + end[0] + "\" y=\"" + Numbers.coordinate(Double.parseDouble(end[1]) - 6));
  }

  @Test
  void shouldLeaveAGapWhereALineHasNoValue() {
    Series broken = new Series("HES", months(2019, 4), new double[] {1, Double.NaN, 3, 4});
    String svg = new LineChart("t", "u", List.of(broken), 0).svg();
    NodeList paths = Parsed.of(svg).getElementsByTagName("path");
    assertThat(((Element) paths.item(0)).getAttribute("d")).matches("M[^ML]+M[^ML]+L[^ML]+");
  }

  @Test
  void shouldSetMonthsOfOneSeriesOnlyAsMissingInTheOther() {
    assertThat(LINES.table().html())
        .contains("<th scope=\"row\">2019-01</th><td class=\"n\">40</td><td class=\"n\">–</td>");
  }

  @Test
  void shouldDrawTheLargestCellDarkest() {
    NodeList cells = Parsed.of(MATRIX.svg()).getElementsByTagName("rect");
    assertThat(cells.getLength()).isEqualTo(4);
    assertThat(((Element) cells.item(1)).getAttribute("fill-opacity")).isEqualTo("1");
    assertThat(((Element) cells.item(2)).getAttribute("fill-opacity")).isEqualTo("0.29");
    assertThat(((Element) cells.item(0)).getAttribute("class")).isEqualTo("empty");
  }

  @Test
  void shouldStandTheTruthBesideTheIntervals() {
    assertThat(ESTIMATES.svg()).contains("planted truth 0.00328");
    IntervalPlot unknown = new IntervalPlot("t", "u", ESTIMATES.intervals(), null);
    assertThat(unknown.svg()).doesNotContain("planted truth");
  }

  @Test
  void shouldNotLetTheWordsOfATruthAtTheEdgeRunOutOfThePicture() {
    IntervalPlot edge =
        new IntervalPlot("t", "u", List.of(new Interval("first stage", 1.39, 1.28, 1.5)), 1.5);
    assertThat(edge.svg()).containsPattern("text-anchor=\"end\"[^>]*>planted truth 1.50<");
    assertThat(ESTIMATES.svg()).containsPattern("text-anchor=\"middle\"[^>]*>planted truth");
  }

  @Test
  void shouldCoverAValueBetweenItsEnds() {
    assertThat(ESTIMATES.intervals().get(0).covers(0.00328)).isTrue();
    assertThat(ESTIMATES.intervals().get(1).covers(0.00328)).isFalse();
  }

  @Test
  void shouldStandAsAFileOfItsOwn() {
    String file = SvgFile.of(ESTIMATES, false);
    assertThat(Parsed.count(file, "style")).isEqualTo(1);
    assertThat(file)
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("viewBox=\"0 0 720 176\"")
        .doesNotContain("Synthetic data");
  }

  @Test
  void shouldSayBelowThePictureThatItsDataAreSynthetic() {
    String mark = "Synthetic data: no number here is a finding.";
    String file = SvgFile.of(ESTIMATES, true);
    assertThat(Parsed.count(file, "text")).isEqualTo(Parsed.count(ESTIMATES.svg(), "text") + 1);
    assertThat(file)
        .contains("viewBox=\"0 0 720 196\"")
        .contains("aria-label=\"" + mark + " Effect. ", "<desc>" + mark + " 2SLS")
        .endsWith(">" + mark + "</text></svg>\n");
  }
}

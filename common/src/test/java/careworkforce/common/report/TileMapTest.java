package careworkforce.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileMapTest {
  private final TileMap map =
      new TileMap(
          "Turnover",
          "% a year",
          List.of(
              new TileMap.Tile("North East", 0, 1, 20),
              new TileMap.Tile("London", 1, 1, 40),
              new TileMap.Tile("South West", 1, 0, Double.NaN)),
          1);

  @Test
  void shouldShadeFromTheLeastToTheGreatestAndLeaveAnAreaWithoutValueEmpty() {
    assertThat(map.svg())
        .containsPattern("class=\"cell\"[^>]*fill-opacity=\"0.08\"[^>]*><title>North East: 20.0")
        .containsPattern("class=\"cell\"[^>]*fill-opacity=\"1\"[^>]*><title>London: 40.0")
        .containsPattern("class=\"empty\"[^>]*><title>South West: –");
  }

  @Test
  void shouldPlaceTilesByRowAndColumn() {
    // 2 columns of 104 in 720 begin at 256; the second stands at 360; the second row at 30 + 104.
    assertThat(map.svg()).contains("x=\"360\" y=\"30\"").contains("x=\"256\" y=\"134\"");
  }

  @Test
  void shouldBreakALongNameOverLinesThatFitATile() {
    TileMap.Tile long_ = new TileMap.Tile("Yorkshire and The Humber", 0, 0, 1);
    assertThat(new TileMap("Turnover", "%", List.of(long_), 0).svg())
        .contains(">Yorkshire and<", ">The Humber<");
  }

  @Test
  void shouldTellItsNumbersInATable() {
    assertThat(map.table().html()).contains("North East").contains("20.0").contains("–");
  }
}

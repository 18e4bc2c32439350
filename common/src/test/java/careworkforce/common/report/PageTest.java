package careworkforce.common.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTest {
  private static final Block TABLE =
      HtmlTable.of("Rejects").column("Reason").number("Rows").row("NHS_NUMBER", "12");

  private static Page page(boolean synthetic) {
    return new Page("A & E arrivals", "One run", "run 7", synthetic)
        .section("What ran", Block.prose("Rows < 5 are kept."), TABLE);
  }

  @Test
  void shouldFetchNothingFromElsewhere() {
    assertThat(page(true).html()).doesNotContain("<script", "http:", "https:", "url(", "@import");
  }

  @Test
  void shouldSayAboveAndBelowThatDataAreSynthetic() {
    assertThat(page(true).html().split("Synthetic data", -1)).hasSize(3);
    assertThat(page(false).html()).doesNotContain("Synthetic data");
  }

  @Test
  void shouldEscapeWhatIsNotMarkup() {
    assertThat(page(true).html())
        .contains("<h1>A &amp; E arrivals</h1>")
        .contains("Rows &lt; 5 are kept.");
  }

  @Test
  void shouldLinkEverySectionFromTheContents() {
    assertThat(page(true).html())
        .contains("<a href=\"#what-ran\">What ran</a>")
        .contains("<section id=\"what-ran\">");
  }

  @Test
  void shouldNameTheLanguageAndScopeOfHeadings() {
    assertThat(page(true).html())
        .contains("<html lang=\"en-GB\">")
        .contains("<th class=\"n\" scope=\"col\">Rows</th>")
        .contains("<th scope=\"row\">NHS_NUMBER</th>");
  }

  @Test
  void shouldRefuseARowOfAnotherWidth() {
    assertThatThrownBy(() -> HtmlTable.of("Rejects").column("Reason").row("a", "b"))
        .hasMessageContaining("2 cells for 1 columns");
  }

  @Test
  void shouldShowCardsAsADescriptionList() {
    String html = new Cards().add("s1", "IV", "0.0033", "95% interval").html();
    assertThat(Parsed.count(html, "dt")).isEqualTo(1);
    assertThat(html).contains("<dd>0.0033</dd>");
  }
}

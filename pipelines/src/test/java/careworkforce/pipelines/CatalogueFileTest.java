package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Catalogue;
import careworkforce.common.report.CatalogueText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {
  @Test
  void shouldMatchTheContracts() {
    Path file = Path.of(System.getProperty("careworkforce.home"), "pipelines", "CATALOGUE.md");
    assertThat(file)
        .as("Run 'bin/careworkforce catalogue --to pipelines/CATALOGUE.md' and commit it")
        .hasContent(CatalogueText.markdown(Catalogue.declared()));
  }
}

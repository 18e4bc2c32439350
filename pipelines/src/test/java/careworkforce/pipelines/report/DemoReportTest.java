package careworkforce.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoReportTest {
  @Test
  void shouldAskForWhatThePageReadsWithAllBeforeItAndForNoOtherStudyTable() {
    List<String> made = Selector.select(Catalogue.declared(), DemoReport.selectors());
    assertThat(made)
        .contains("bronze.esr_assignments", "silver.occupation_moves", "silver.home_months")
        .filteredOn(name -> name.startsWith("gold."))
        .containsExactlyInAnyOrder(
            "gold.careers_transition_matrix",
            "gold.socialcare_arrivals_by_month",
            "gold.socialcare_first_stage",
            "gold.socialcare_outcome_effects");
  }
}

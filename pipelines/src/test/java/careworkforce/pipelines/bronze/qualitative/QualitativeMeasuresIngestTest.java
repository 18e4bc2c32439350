package careworkforce.pipelines.bronze.qualitative;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import org.junit.jupiter.api.Test;

class QualitativeMeasuresIngestTest {
  @Test
  void shouldTakeAMeasureOfAPathwayOrOfAWholeTrustAndRejectAWordForACode() {
    assertThat(
            Scans.told(
                new QualitativeMeasuresIngest(),
                "QUALITATIVE_MEASURES_2025.csv",
                "trust,from_group,to_group,measure,value,scale\n"
                    + "RA2,NURSING_SUPPORT,NURSES,study_leave,4,1 to 5\n"
                    + "RA2,,,line_management,2.5,\n"
                    + "RA2,,,line_management,weak,\n"))
        .containsExactly(
            "2: RA2 NURSING_SUPPORT NURSES study_leave 4.0 1 to 5 null",
            "3: RA2 null null line_management 2.5 null null",
            "4: BAD_NUMBER value");
  }
}

package careworkforce.pipelines.bronze.lfs;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Scans;
import java.util.List;
import org.junit.jupiter.api.Test;

class LfsIngestTest {
  private static final String OLD =
      "PERSID\tLGWT18\tFLOW\tAGE2\tILODEFR1\tILODEFR2\tINCAC051\tINCAC052\tSC10MMJ1\tSC10MMJ2"
          + "\tSOC10M1\tSOC10M2\tINDC07M1\tINDC07M2\tIN792SM1\tIN792SM2\tEMPLEN1\tEMPLEN2\n";
  private static final String LATE =
      OLD.replace("LGWT18", "LGWT20").replace("SC10", "SC20").replace("SOC10M", "SOC20M");

  private static List<String> told(String path, String content) {
    return Scans.told(new LfsTwoQuarterIngest(), path, content);
  }

  /** What the row says after its pseudonym. */
  private static String after(String told) {
    return told.replaceFirst("^2: \\S+ ", "");
  }

  @Test
  void shouldTakeAWeightUnderTheNameOfItsVintageAndOccupationsIn2010Codes() {
    List<String> told =
        told(
            "2019-04/lgwt18_2q_jm19_aj19_eul.tab",
            OLD + "77\t1875.5\t1\t34\t1\t1\t1\t1\t6\t7\t6145\t7111\t8730\t4711\t17\t7\t5\t1\n");
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("2: ").doesNotContain(" 77 ");
    assertThat(after(told.get(0)))
        .isEqualTo(
            "1875.50 1 34 1 1 1 1 6 7 null null 6145 7111 null null 8730 4711 null null 17 7 5 1");
  }

  @Test
  void shouldTakeOccupationsIn2020CodesFrom2021() {
    List<String> told =
        told(
            "2021-01/lgwt20_2q_od20_jm21_eul.tab",
            LATE + "77\t10\t1\t34\t1\t1\t1\t1\t6\t7\t6135\t7111\t8730\t4711\t17\t7\t5\t1\n");
    assertThat(after(told.get(0)))
        .isEqualTo(
            "10.00 1 34 1 1 1 1 null null 6 7 null null 6135 7111 8730 4711 null null 17 7 5 1");
  }

  /** 1110 is class 11.10 under the one name and subclass 01.11/0 under the other. */
  @Test
  void shouldKeepClassesAndSubclassesOfIndustriesApart() {
    List<String> told =
        told(
            "2019-04/lgwt18_2q_jm19_aj19_eul.tab",
            OLD.replace("INDC07M", "ICDM")
                + "77\t10\t1\t34\t1\t1\t1\t1\t6\t9\t6145\t9111\t87300\t1110\t17\t1\t5\t1\n");
    assertThat(after(told.get(0)))
        .isEqualTo(
            "10.00 1 34 1 1 1 1 6 9 null null 6145 9111 null null null null 87300 1110 17 1 5 1");
  }

  @Test
  void shouldReadNoAnswerAndDoesNotApplyAsNull() {
    List<String> told =
        told(
            "2019-04/lgwt18_2q_jm19_aj19_eul.tab",
            OLD + "77\t1\t3\t-8\t1\t-9\t1\t25\t6\t-9\t-8\t-9\t8730\t-9\t17\t-9\t5\t-9\n");
    assertThat(after(told.get(0)))
        .isEqualTo(
            "1.00 3 null 1 null 1 25 6 null null null null null null null 8730 null null null 17"
                + " null 5 null");
  }

  @Test
  void shouldRefuseA2010HeaderIn2021AndAnUnknownActivity() {
    assertThat(told("2021-01/lgwt20_2q_od20_jm21_eul.tab", OLD).get(0)).startsWith("refused");
    assertThat(
            told(
                "2019-04/lgwt18_2q_jm19_aj19_eul.tab",
                OLD + "7\t1\t1\t34\t9\t1\t1\t1\t6\t7\t6145\t7111\t8730\t4711\t17\t7\t5\t1\n"))
        .containsExactly("2: UNKNOWN_CODE ILODEFR1");
  }

  @Test
  void shouldTellTwoQuartersFromFive() {
    assertThat(LfsLayouts.of(LfsFiveQuarter.TABLE).get(0).period("2019-04/lgwt18_2q_a.tab"))
        .isEmpty();
    assertThat(
            LfsLayouts.of(LfsFiveQuarter.TABLE)
                .get(0)
                .period("2019-04/lgwt18_5q_aj18_aj19_eul.tab"))
        .hasToString("Optional[2019-04]");
    assertThat(LfsFiveQuarter.TABLE.soc2010.get(4).name()).isEqualTo("soc10m5");
  }
}

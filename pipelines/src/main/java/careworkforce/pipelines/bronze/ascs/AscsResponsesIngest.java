package careworkforce.pipelines.bronze.ascs;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/**
 * Takes {@code ascs/ASCS_1516.csv}: the returns of all councils for the survey of a financial year,
 * dated from its April. Text in a number column and a broken number are rejects, as in the survey's
 * own validation. Cleaned files carry derived columns after the stratum, which are left.
 */
@AutoService(Job.class)
public final class AscsResponsesIngest implements Ingest {
  private static final AscsResponses TABLE = AscsResponses.TABLE;
  private static final Set<String> NEEDED =
      Set.of("LaCode", "SerialNo", "Response", "Questionnaire", "q1", "Stratum");

  /** What the survey's pipeline adds to a return once cleaned. */
  private static final String[] DERIVED = {
    "is_easy_read",
    "q1ER",
    "q1Std",
    "q1Comb",
    "q2aER",
    "q2aStd",
    "q2aComb",
    "q12Excl",
    "q22Exclb",
    "q22Exclc",
    "q22Excld",
    "q22Excle",
    "q22Exclf",
    "Gender_Grouped",
    "Ethnicity_Grouped",
    "Religion_Grouped",
    "PrimarySupportReason_Grouped",
    "Stratum_Grouped",
    "Sexuality_Grouped",
    "Questionnaire_Grouped",
    "MethodCollection_Grouped",
    "SupportSetting_Grouped",
    "MechOfDelivery_Grouped",
    "FullCost_Grouped",
    "Translated_Grouped",
    "RHC_autism_Grouped",
    "RHC_asperger_Grouped",
    "age_1864",
    "Age_Grouped",
    "can_answer_2c",
    "ASCOF_1A",
    "ASCOF_1B",
    "ASCOF_1L1",
    "ASCOF_3A",
    "ASCOF_3D1",
    "ASCOF_4A",
    "ASCOF_4B",
    "ASCOF_1J"
  };

  static final Layout YEARLY =
      TABLE
          .takeAll(
              Layout.named("ascs-yearly").files("ASCS_(?<fyear>\\d{4})\\.csv"),
              TABLE.headersBut(NEEDED))
          .leave(DERIVED)
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "ascs";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARLY);
  }
}

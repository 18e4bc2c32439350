package careworkforce.pipelines;

import careworkforce.common.report.Requirement;
import java.util.List;

/** What the research programme asks for. */
public final class Programme {
  private Programme() {}

  /**
   * The 140 requirements of the seven projects of the NIHR Policy Research Unit in Health and
   * Social Care Workforce, NIHR206121(01) to (07), programme of work of March 2024.
   */
  public static List<Requirement> requirements() {
    return Requirement.resource(Programme.class, "requirements.tsv");
  }
}

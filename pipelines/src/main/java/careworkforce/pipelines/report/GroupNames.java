package careworkforce.pipelines.report;

import careworkforce.pipelines.silver.reference.OccupationGroups;
import java.util.Map;

/** Names of occupation groups that are short enough to stand along a picture. */
final class GroupNames {
  private static final Map<String, String> BRIEF =
      Map.ofEntries(
          Map.entry("DOCTORS", "Doctors"),
          Map.entry("NURSES", "Nurses"),
          Map.entry("AHPS", "Allied professions"),
          Map.entry("SCIENTISTS", "Scientists"),
          Map.entry("OTHER_STT", "Other technical"),
          Map.entry("AMBULANCE", "Ambulance"),
          Map.entry("NURSING_SUPPORT", "Nursing support"),
          Map.entry("STT_SUPPORT", "Technical support"),
          Map.entry("AMBULANCE_SUPPORT", "Ambulance support"),
          Map.entry("NURSING_LEARNERS", "Nursing learners"),
          Map.entry("CLERICAL", "Clerical"),
          Map.entry("MANAGERS", "Managers"),
          Map.entry("UNCLASSIFIED", "Unclassified"));

  private GroupNames() {}

  /** The brief name of a level-2 group; its own label where that is short already. */
  static String brief(String group) {
    String label = OccupationGroups.LEVEL2.labels().getOrDefault(group, group);
    return BRIEF.getOrDefault(group, label);
  }
}

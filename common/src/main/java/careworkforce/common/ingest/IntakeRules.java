package careworkforce.common.ingest;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.table.Check;
import org.jspecify.annotations.Nullable;

/**
 * What an intake does beyond reading what was delivered.
 *
 * @param withdraws whether the rows of a file that vanished leave
 * @param volume how many rows a file may hold; null if any number
 * @param rejects how many of its rows may be rejected; null if any number
 */
public record IntakeRules(
    boolean withdraws, @Nullable VolumeRule volume, @Nullable RejectsRule rejects) {
  private static final Setting<Boolean> WITHDRAW =
      Setting.flag("refresh.withdraw", "the rows of a file that vanished leave");

  /** Those of a plain run: rows of files that vanished stay, and no gate is tried. */
  public static IntakeRules ofRun() {
    return new IntakeRules(false, null, null);
  }

  /** Those of a refresh. */
  public static IntakeRules ofRefresh(Settings settings) {
    return new IntakeRules(
        settings.value(WITHDRAW), VolumeRule.of(settings), RejectsRule.of(settings));
  }

  /** True if files at fault are set aside; if not, those that were are taken in. */
  boolean quarantines() {
    return volume != null && volume.severity() == Check.Severity.QUARANTINE;
  }
}

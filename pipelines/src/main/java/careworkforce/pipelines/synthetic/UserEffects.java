package careworkforce.pipelines.synthetic;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import java.io.Serializable;

/**
 * What staff turnover does to what people who use care say of it. The share of a council's users
 * who are extremely or very satisfied in a financial year is
 *
 * <p>{@code 0.64 + turnover · (T of the year − its long run) + level · (T of the long run − mean)}
 *
 * <p>with T the mean turnover of the council's care homes. The second term is what councils with
 * more turnover do for their users: it hides the effect from a comparison of councils.
 *
 * @param turnover what one unit of T adds to the share
 * @param level what one unit of long-run T adds to the share
 */
public record UserEffects(double turnover, double level) implements Serializable {
  public static final Setting<Double> TURNOVER =
      Setting.number(
          "synthetic.users.turnover-on-satisfaction",
          "share a unit of turnover",
          "effect of a year's turnover in a council's homes on users' satisfaction",
          -2,
          2);
  public static final Setting<Double> LEVEL =
      Setting.number(
          "synthetic.users.long-run-turnover-on-satisfaction",
          "share a unit of turnover",
          "satisfaction where turnover is always high, by what no source records",
          -2,
          2);

  /** As configured. */
  public static UserEffects of(Settings settings) {
    return new UserEffects(settings.value(TURNOVER), settings.value(LEVEL));
  }
}

package careworkforce.common.estimate.linear;

import java.util.Map;

/** The models of case 03, cigarette sales of American states, by the names they have there. */
final class CigarModels {
  static final Map<String, String> FORMULAS =
      Map.ofEntries(
          Map.entry("ols", "Sales ~ Price"),
          Map.entry("ols_wPop", "Sales ~ Price"),
          Map.entry("ols_pop", "Sales ~ Price + Pop"),
          Map.entry("fe1", "Sales ~ Price | State"),
          Map.entry("fe1_wPop", "Sales ~ Price | State"),
          Map.entry("fe2", "Sales ~ Price | State + Year"),
          Map.entry("fe2_wPop", "Sales ~ Price | State + Year"),
          Map.entry("slope", "Sales ~ Price | State[Year]"),
          Map.entry("collin", "Sales ~ Price + I(2*Price)"),
          Map.entry("iv", "Sales ~ 1 | Price ~ Pimin"),
          Map.entry("iv_wPop", "Sales ~ 1 | Price ~ Pimin"),
          Map.entry("iv_ndi", "Sales ~ NDI | Price ~ Pimin"),
          Map.entry("iv_ndi_wPop", "Sales ~ NDI | Price ~ Pimin"),
          Map.entry("iv_over", "Sales ~ NDI | Price ~ Pimin + Pop"),
          Map.entry("iv2", "Sales ~ 1 | Price + NDI ~ Pimin + Pop"),
          Map.entry("iv_fe", "Sales ~ 1 | State | Price ~ Pimin"),
          Map.entry("iv_fe_wPop", "Sales ~ 1 | State | Price ~ Pimin"),
          Map.entry("iv_ndi_fe", "Sales ~ NDI | State | Price ~ Pimin"),
          Map.entry("iv_ndi_fe_wPop", "Sales ~ NDI | State | Price ~ Pimin"),
          Map.entry("iv_cpi", "Sales ~ CPI | Price ~ Pimin"),
          Map.entry("iv_over_cpi", "Sales ~ 1 | Price ~ Pimin + CPI"));

  private CigarModels() {}
}

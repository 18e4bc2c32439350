package careworkforce.common.refresh;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.LakeBySize;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.SideBySide;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether the mix of codes in a column moved since the version before, by the population stability
 * index: the sum over codes, and no code, of (p − q) ln(p / q) for shares p now and q before. Below
 * 0.1 is taken for no shift, above 0.25 for a marked one (Siddiqi, Credit Risk Scorecards, 2006,
 * chapter 9). A share below one in ten thousand counts as that, so that the index stays finite.
 * Shares are those of the {@link MovedPeriods}, so that neither a night's time nor the weight of
 * one odd month depends on the length of the history; those before are taken from the {@link
 * MixNote} of the night that made them. Rows of gold are estimates and cells of breakdowns, whose
 * number is no share of anything: what moved them is told of the tables that they are made of.
 */
final class Drift implements Gate {
  private static final String CODE = "DRIFT";
  private static final double LEAST_SHARE = 1e-4;
  private static final Setting<Double> INDEX =
      Setting.number("gates.drift.index", "", "population stability index allowed", 0, 1e6);
  private static final Setting<String> SEVERITY =
      Setting.oneOf(
          "gates.drift.severity",
          "what a finding does",
          Check.Severity.names(Check.Severity.FAIL, Check.Severity.WARN));

  private final Lake lake;
  private final LakeBySize lakes;
  private final Settings settings;
  private final double allowed;
  private final Check.Severity severity;

  Drift(Lake lake, Settings settings) {
    this.lake = lake;
    this.lakes = new LakeBySize(lake, settings);
    this.settings = settings;
    this.allowed = settings.value(INDEX);
    this.severity = Check.Severity.of(settings.value(SEVERITY));
  }

  @Override
  public List<Manifest.Gate> judge(List<Moved> moved) {
    try (SideBySide tables = new SideBySide(settings)) {
      List<Supplier<List<Manifest.Gate>>> each = new ArrayList<>();
      moved.forEach(one -> each.add(() -> judge(one.table(), one.before())));
      return tables.of(each).stream().flatMap(List::stream).toList();
    }
  }

  private List<Manifest.Gate> judge(Table table, long before) {
    if (before < 0 || table.layer() == Layer.GOLD || CodeMix.coded(table).isEmpty()) {
      return List.of();
    }
    long version = lake.version(table).orElseThrow();
    Lake fit = lakes.of(List.of(table), Map.of(table.fullName(), version));
    CodeMix now = CodeMix.of(table, fit.read(table), version);
    CodeMix then =
        MixNote.of(fit, table, before)
            .orElseGet(() -> CodeMix.of(table, fit.read(table, before), before));
    MovedPeriods moved = MovedPeriods.between(now.files(), then.files());
    now.look(moved.now());
    then.look(moved.then());
    MixNote.write(lake, table, version, now, then);
    List<Manifest.Gate> found = new ArrayList<>();
    for (Field field : now.fields()) {
      if (then.fields().contains(field)) {
        double index = index(now.shares(field, moved.now()), then.shares(field, moved.then()));
        if (index > allowed && now.rows(moved.now()) > 0 && then.rows(moved.then()) > 0) {
          found.add(new Manifest.Gate(table.fullName(), CODE, severity, told(table, field, index)));
        }
      }
    }
    return found;
  }

  private String told(Table table, Field field, double index) {
    return String.format(
        Locale.ROOT,
        "%s.%s: the mix of codes moved, stability index %.2f, more than %.2f",
        table,
        field.name(),
        index,
        allowed);
  }

  /** The population stability index of two distributions. */
  static double index(double[] now, double[] before) {
    double index = 0;
    for (int i = 0; i < now.length; i++) {
      double p = Math.max(LEAST_SHARE, now[i]);
      double q = Math.max(LEAST_SHARE, before[i]);
      index += (p - q) * Math.log(p / q);
    }
    return index;
  }
}

package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.Blocks;
import careworkforce.common.estimate.formula.EffectTerm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Centre and size of slopes that vary by level, level by level: slopes are centred where the level
 * has an intercept and brought to unit size, which leaves their span as it is and the reduced
 * system well conditioned.
 */
final class SlopeScales implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double NOTHING = 1e-13;

  /** Sums kept of each slope. */
  private static final int PARTS = 4;

  /** Centres, then sizes, by level; by effect and slope. */
  private final LinkedHashMap<String, double[][]> scales = new LinkedHashMap<>();

  /** Scales of some effects' slopes; one pass where there are any. */
  SlopeScales(SparkBlocks blocks, Encoding encoding, List<EffectTerm> effects) {
    List<EffectTerm> sloped = effects.stream().filter(e -> !e.slopes().isEmpty()).toList();
    if (sloped.isEmpty()) {
      return;
    }
    ArrayList<double[]> sums = blocks.fold(fold(encoding, sloped));
    int at = 0;
    for (EffectTerm effect : sloped) {
      for (int s = 0; s < effect.slopes().size(); s++) {
        scales.put(key(effect.name(), s), scale(sums, at, effect.intercept()));
        at += PARTS;
      }
    }
  }

  private static double[][] scale(List<double[]> sums, int at, boolean centred) {
    double[] count = sums.get(at);
    double[][] scale = new double[2][count.length];
    for (int level = 0; level < count.length; level++) {
      double mean = centred ? sums.get(at + 1)[level] / Math.max(1, count[level]) : 0;
      double size = Math.max(sums.get(at + 2)[level] - mean, sums.get(at + 3)[level] + mean);
      scale[0][level] = mean;
      scale[1][level] = size > NOTHING * Math.abs(mean) ? size : 0;
    }
    return scale;
  }

  private static String key(String effect, int slope) {
    return effect + "\u0001" + slope;
  }

  /** A slope's values, centred and sized; 0 in levels where it does not vary. */
  double[] scaled(String effect, int slope, int[] codes, double[] values) {
    double[][] scale = scales.getOrDefault(key(effect, slope), new double[2][0]);
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      double size = scale[1][codes[i]];
      scaled[i] = size == 0 ? 0 : (values[i] - scale[0][codes[i]]) / size;
    }
    return scaled;
  }

  /** Rows, sum, largest value and largest value's negative of each level, slope after slope. */
  private static Blocks.Fold<Block, ArrayList<double[]>> fold(
      Encoding encoding, List<EffectTerm> effects) {
    ArrayList<EffectTerm> all = new ArrayList<>(effects);
    return new Blocks.Fold<>() {
      @Override
      public ArrayList<double[]> start() {
        ArrayList<double[]> sums = new ArrayList<>();
        for (EffectTerm effect : all) {
          for (int part = 0; part < PARTS * effect.slopes().size(); part++) {
            double[] values = new double[encoding.levels(effect.name())];
            Arrays.fill(values, part % PARTS < 2 ? 0 : Double.NEGATIVE_INFINITY);
            sums.add(values);
          }
        }
        return sums;
      }

      @Override
      public void add(ArrayList<double[]> sums, Block block) {
        int at = 0;
        for (EffectTerm effect : all) {
          int[] codes = encoding.codes(block, effect.name());
          for (double[] slope : block.slopesOf(effect.name())) {
            for (int i = 0; i < codes.length; i++) {
              int level = codes[i];
              sums.get(at)[level]++;
              sums.get(at + 1)[level] += slope[i];
              sums.get(at + 2)[level] = Math.max(sums.get(at + 2)[level], slope[i]);
              sums.get(at + 3)[level] = Math.max(sums.get(at + 3)[level], -slope[i]);
            }
            at += PARTS;
          }
        }
      }

      @Override
      public void merge(ArrayList<double[]> sums, ArrayList<double[]> other) {
        for (int k = 0; k < sums.size(); k++) {
          for (int level = 0; level < sums.get(k).length; level++) {
            double more = other.get(k)[level];
            sums.get(k)[level] =
                k % PARTS < 2 ? sums.get(k)[level] + more : Math.max(sums.get(k)[level], more);
          }
        }
      }
    };
  }
}

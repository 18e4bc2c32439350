package careworkforce.common.estimate.linear;

import java.util.SplittableRandom;

/**
 * Random weights of clusters with mean nought and variance one: signs (Rademacher), or six points
 * for few clusters (Webb 2023).
 *
 * @param weights one array of clusters a draw
 * @param exhaustive whether every vector of signs is there once
 * @param kind rademacher or webb
 */
record WildDraws(double[][] weights, boolean exhaustive, String kind) {
  private static final double[] WEBB = {
    -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)
  };

  /** So many draws; every vector of signs once where there are no more of them. */
  static WildDraws of(int clusters, int draws, String kind, long seed) {
    boolean all = kind.equals("rademacher") && clusters < 31 && 1L << clusters <= draws;
    return new WildDraws(all ? all(clusters) : random(clusters, draws, kind, seed), all, kind);
  }

  private static double[][] all(int clusters) {
    double[][] signs = new double[1 << clusters][clusters];
    for (int draw = 0; draw < signs.length; draw++) {
      for (int g = 0; g < clusters; g++) {
        signs[draw][g] = (draw >> g & 1) == 0 ? 1 : -1;
      }
    }
    return signs;
  }

  private static double[][] random(int clusters, int draws, String kind, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] weights = new double[draws][clusters];
    for (double[] draw : weights) {
      for (int g = 0; g < clusters; g++) {
        draw[g] = kind.equals("webb") ? WEBB[random.nextInt(6)] : random.nextBoolean() ? 1 : -1;
      }
    }
    return weights;
  }
}

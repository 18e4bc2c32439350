package careworkforce.common.estimate.survival;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;

/**
 * Maximum of a panel likelihood: steps by outer products of scores while far (Berndt, Hall, Hall
 * and Hausman 1974), by Newton's with a differenced gradient when near.
 *
 * @param parameters at the maximum
 * @param value log likelihood there
 * @param variance inverse of the observed information
 */
record PanelMaximum(double[] parameters, double value, double[][] variance) {
  private static final int ROUNDS = 200;
  private static final double NEAR = 1e-3;
  private static final double STOP = 1e-12;
  private static final double DIFFERENCE = 1e-5;

  static PanelMaximum of(PanelLikelihood likelihood, double[] start) {
    double[] now = start.clone();
    PanelLikelihood.Point point = likelihood.at(now);
    for (int round = 0; round < ROUNDS; round++) {
      double[][] information = point.outer();
      double promise = Small.quadraticInverse(point.gradient(), ridged(information));
      if (promise < NEAR) {
        information = information(likelihood, now);
        promise = Small.quadraticInverse(point.gradient(), information);
        if (promise >= 0 && promise < STOP) {
          return new PanelMaximum(now, point.value(), variance(information));
        }
        information = promise < 0 ? point.outer() : information;
      }
      double[] step = Small.multiply(Small.inverse(ridged(information)), point.gradient());
      double scale = Math.min(1, 2 / Arrays.stream(step).map(Math::abs).max().orElse(1));
      PanelLikelihood.Point next = point;
      double[] tried = now;
      for (int half = 0; half < 40; half++, scale /= 2) {
        tried = moved(now, step, scale);
        next = likelihood.tried(tried);
        if (next.value() >= point.value()) {
          break;
        }
      }
      now = tried;
      point = next;
    }
    throw UserError.checks(
        "maximise the likelihood of the moves",
        "it had not settled after "
            + ROUNDS
            + " rounds, at log intensities "
            + Arrays.toString(now),
        "Allow fewer moves; those rarely seen have intensities near zero");
  }

  private static double[] moved(double[] from, double[] step, double scale) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += scale * step[i];
    }
    return to;
  }

  private static double[][] ridged(double[][] matrix) {
    double[][] result = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      result[i] = matrix[i].clone();
      result[i][i] += 1e-10 * (1 + matrix[i][i]);
    }
    return result;
  }

  private static double[][] information(PanelLikelihood likelihood, double[] at) {
    double[][] information = new double[at.length][];
    for (int i = 0; i < at.length; i++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += DIFFERENCE;
      down[i] -= DIFFERENCE;
      double[] high = likelihood.at(up).gradient();
      double[] low = likelihood.at(down).gradient();
      information[i] = new double[at.length];
      for (int j = 0; j < at.length; j++) {
        information[i][j] = (low[j] - high[j]) / (2 * DIFFERENCE);
      }
    }
    return Small.symmetric(information);
  }

  private static double[][] variance(double[][] information) {
    return Small.symmetric(Small.inverse(information));
  }
}

package careworkforce.common.estimate.bench;

import careworkforce.common.error.UserError;
import java.util.SplittableRandom;

/** How a benchmark's outcome is drawn from its linear index. */
enum Outcomes {
  /** The index plus standard normal noise. */
  NUMBER {
    @Override
    double draw(double index, SplittableRandom random) {
      return index + random.nextGaussian();
    }
  },
  /** A Poisson count with mean exp(0.3 index), so that counts stay small. */
  COUNT {
    @Override
    double draw(double index, SplittableRandom random) {
      double left = Math.exp(Math.min(0.3 * index, 5));
      int count = -1;
      while (left >= 0) {
        left += Math.log(1 - random.nextDouble());
        count++;
      }
      return count;
    }
  },
  /** One where the index with logistic noise is above zero. */
  BINARY {
    @Override
    double draw(double index, SplittableRandom random) {
      double share = random.nextDouble();
      return index + Math.log(share / (1 - share)) > 0 ? 1 : 0;
    }
  };

  abstract double draw(double index, SplittableRandom random);

  static Outcomes named(String family) {
    return switch (family) {
      case "gaussian" -> NUMBER;
      case "poisson" -> COUNT;
      case "logit", "probit", "cloglog" -> BINARY;
      default ->
          throw UserError.usage(
              "generate an outcome for family '" + family + "'",
              "there is none of that name",
              "Give gaussian, poisson, logit, probit or cloglog");
    };
  }
}

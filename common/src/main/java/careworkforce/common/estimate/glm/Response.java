package careworkforce.common.estimate.glm;

import org.apache.commons.math3.distribution.NormalDistribution;

/** A distribution of the outcome with its link, for iteratively reweighted least squares. */
public enum Response {
  /** Poisson with log link; a pseudo-likelihood for any outcome of 0 or more. */
  POISSON {
    @Override
    public double mean(double eta) {
      return Math.exp(eta);
    }

    @Override
    public double slope(double eta) {
      return Math.exp(eta);
    }

    @Override
    public double curvature(double eta) {
      return Math.exp(eta);
    }

    @Override
    double link(double mean) {
      return Math.log(mean);
    }
  },
  /** Zero or one with logit link. */
  LOGIT {
    @Override
    public double mean(double eta) {
      return eta > 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
    }

    @Override
    public double slope(double eta) {
      return mean(eta) * mean(-eta);
    }

    @Override
    public double curvature(double eta) {
      return slope(eta) * (mean(-eta) - mean(eta));
    }

    @Override
    double score(double outcome, double eta) {
      return outcome - mean(eta);
    }

    @Override
    double information(double outcome, double eta) {
      return slope(eta);
    }

    @Override
    double link(double mean) {
      return Math.log(mean / (1 - mean));
    }
  },
  /** Zero or one with the normal distribution's link. */
  PROBIT {
    @Override
    public double mean(double eta) {
      return NORMAL.cumulativeProbability(eta);
    }

    @Override
    public double slope(double eta) {
      return NORMAL.density(eta);
    }

    @Override
    public double curvature(double eta) {
      return -eta * NORMAL.density(eta);
    }

    @Override
    double link(double mean) {
      return NORMAL.inverseCumulativeProbability(mean);
    }
  },
  /** Zero or one with complementary log-log link: proportional hazards seen in intervals. */
  CLOGLOG {
    /** 1 - exp(-hazard) in full precision, by Kahan's way, which is faster than expm1. */
    @Override
    public double mean(double eta) {
      double hazard = Math.exp(eta);
      double survival = Math.exp(-hazard);
      if (survival < 0.5 || survival == 1) {
        return survival == 1 ? hazard : 1 - survival;
      }
      return (1 - survival) * hazard / -Math.log(survival);
    }

    @Override
    public double slope(double eta) {
      return Math.exp(eta - Math.exp(eta));
    }

    @Override
    public double curvature(double eta) {
      return slope(eta) * -Math.expm1(eta);
    }

    @Override
    double score(double outcome, double eta) {
      double hazard = Math.exp(eta);
      return outcome > 0 ? hazard / Math.expm1(hazard) : -hazard;
    }

    @Override
    double information(double outcome, double eta) {
      double hazard = Math.exp(eta);
      if (outcome == 0) {
        return hazard;
      }
      double score = hazard / Math.expm1(hazard);
      // Its first terms where the difference would cancel.
      double relative =
          hazard < SMALL_HAZARD ? hazard / 2 + hazard * hazard / 12 : hazard + score - 1;
      return score * relative;
    }

    @Override
    boolean proportional() {
      return true;
    }

    @Override
    double link(double mean) {
      return Math.log(-Math.log1p(-mean));
    }
  };

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double EDGE = 1e-14;
  private static final double CERTAIN = 1e-12;
  private static final double SMALL_HAZARD = 1e-4;
  private static final double REST = 1e-19;
  private static final int LONG = 20;

  /** Expected outcome at a linear predictor. */
  public abstract double mean(double eta);

  /** Derivative of the expected outcome by the linear predictor. */
  public abstract double slope(double eta);

  /** Second derivative of the expected outcome by the linear predictor. */
  public abstract double curvature(double eta);

  /** The linear predictor of an expected outcome. */
  abstract double link(double mean);

  /** Whether outcomes are zero or one. */
  boolean binary() {
    return this != POISSON;
  }

  /**
   * Whether rows of a level of an effect are predicted perfectly, the effect running off: those of
   * which none, or for binary outcomes all, have an outcome other than 0. They are dropped, again
   * and again, and counted as separated (as fixest's feglm and ppmlhdfe do).
   *
   * @param zeros rows of outcome 0
   * @param others rows of any other outcome
   */
  public boolean separates(long zeros, long others) {
    return others == 0 || binary() && zeros == 0;
  }

  /** Whether expected and observed information are the same, so that scoring is Newton's method. */
  boolean canonical() {
    return this == POISSON || this == LOGIT;
  }

  /**
   * Whether iteration may end after the deviance has settled: Newton's method is then at its
   * maximum, scoring by the expected information nears it only by a constant ratio a step and goes
   * on until steps are nothing, or for so long that the maximum must be infinite.
   *
   * @param gain in deviance that the last step promised
   * @param settled steps since the deviance first settled
   * @param still whether it was still in this one
   */
  boolean rests(double gain, double deviance, int settled, boolean still) {
    boolean atRest = canonical() || gain <= REST * (0.1 + deviance);
    return still && atRest || settled > LONG;
  }

  /** Variance of the outcome at an expected outcome, the dispersion being one. */
  double variance(double mean) {
    return binary() ? Math.max(mean * (1 - mean), EDGE * EDGE) : mean;
  }

  /** Whether an expected binary outcome is as good as certain. */
  static boolean certain(double mean) {
    return mean < CERTAIN || mean > 1 - CERTAIN;
  }

  /** Derivative of one row's log likelihood by the linear predictor. */
  double score(double outcome, double eta) {
    double mean = mean(eta);
    return (outcome - mean) * slope(eta) / variance(mean);
  }

  /** Second derivative of one row's log likelihood by the linear predictor, sign turned. */
  double information(double outcome, double eta) {
    double mean = mean(eta);
    double slope = slope(eta);
    double variance = variance(mean);
    double left = outcome - mean;
    double ofVariance = binary() ? slope * (1 - 2 * mean) : slope;
    return (slope * slope - left * curvature(eta) + left * slope * ofVariance / variance)
        / variance;
  }

  /**
   * Whether the score of an outcome of 0 is -exp(eta), and its information exp(eta): those of many
   * rows then change in proportion when something is added to all their predictors.
   */
  boolean proportional() {
    return false;
  }

  /** Where iteration starts. */
  double start(double outcome, double average) {
    return link(binary() ? (outcome + 0.5) / 2 : average);
  }

  /** Keeps a linear predictor where the mean is neither 0 nor 1 to machine precision. */
  double within(double eta) {
    return switch (this) {
      case POISSON -> eta;
      case LOGIT -> Math.max(-32, Math.min(32, eta));
      case PROBIT -> Math.max(-7.5, Math.min(7.5, eta));
      case CLOGLOG -> Math.max(-32, Math.min(3.4, eta));
    };
  }

  /** Twice the log likelihood lost by one row against a perfect fit. */
  double deviance(double outcome, double mean) {
    if (binary()) {
      return -2 * Math.log(outcome > 0 ? mean : 1 - mean);
    }
    return 2 * ((outcome > 0 ? outcome * Math.log(outcome / mean) : 0) - (outcome - mean));
  }

  /** Log likelihood of one row. */
  double logLikelihood(double outcome, double mean) {
    if (binary()) {
      return Math.log(outcome > 0 ? mean : 1 - mean);
    }
    return outcome * Math.log(mean) - mean - LogFactorials.of(outcome);
  }
}

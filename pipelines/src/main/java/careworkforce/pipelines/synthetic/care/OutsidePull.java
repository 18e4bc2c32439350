package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.StoreOpening;
import careworkforce.pipelines.synthetic.area.Vacancies;
import careworkforce.pipelines.synthetic.jobs.OutsideOptions;
import careworkforce.pipelines.synthetic.nhs.RecruitmentRounds;

/**
 * What {@link careworkforce.pipelines.synthetic.SupplyEffects} and the wages of other industries
 * ({@link OutsideOptions}, by the coefficient of the outside wage) add to the annualised leaving
 * propensity of an employer, month by month: deviations whose mean over the areas of a region and
 * month is nil; but a store near is one more, not a deviation.
 */
final class OutsidePull {
  /** Stores farther away pull nobody, where any do. */
  private static final double NEAR_KM = 5;

  private final double[] pull;

  private OutsidePull(double[] pull) {
    this.pull = pull;
  }

  /** That of an employer, by month since the world's first. */
  static OutsidePull of(WorldSettings world, Employer employer) {
    double[] pull = new double[world.months()];
    addWages(pull, world, employer);
    addStores(pull, world, employer);
    addOwnPay(pull, world, employer);
    addVacancies(pull, world, employer);
    addNhsOpenings(pull, world, employer);
    return new OutsidePull(pull);
  }

  private static void addWages(double[] pull, WorldSettings world, Employer employer) {
    OutsideOptions options = OutsideOptions.of(world, employer.area().index());
    for (int t = 0; t < pull.length; t++) {
      pull[t] += world.mechanism().wagePull() * options.deviation(t);
    }
  }

  private static void addOwnPay(double[] pull, WorldSettings world, Employer employer) {
    for (int t = 0; t < pull.length; t++) {
      pull[t] += employer.pay().pull(world.supply(), world.from() + t);
    }
  }

  private static void addStores(double[] pull, WorldSettings world, Employer employer) {
    double effect = world.supply().retailOpenings();
    if (effect != 0) {
      int[] open = StoreOpening.open(world, employer.place(world), NEAR_KM);
      for (int t = 0; t < pull.length; t++) {
        pull[t] += effect * open[t];
      }
    }
  }

  private static void addVacancies(double[] pull, WorldSettings world, Employer employer) {
    Vacancies vacancies = Vacancies.of(world, employer.area().index());
    for (int t = 0; t < pull.length; t++) {
      pull[t] += world.supply().vacancies() * vacancies.deviation(t);
    }
  }

  private static void addNhsOpenings(double[] pull, WorldSettings world, Employer employer) {
    RecruitmentRounds rounds = RecruitmentRounds.of(world);
    for (int t = 0; t < pull.length; t++) {
      pull[t] += world.supply().nhsOpenings() * rounds.deviation(employer.area().index(), t);
    }
  }

  /** What it adds in a month. */
  double at(int t) {
    return pull[t];
  }
}

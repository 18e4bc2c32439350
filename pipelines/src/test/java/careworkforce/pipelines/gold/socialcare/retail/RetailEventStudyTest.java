package careworkforce.pipelines.gold.socialcare.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetailEventStudyTest {
  private static final int SITES = 40;
  private static final int QUARTERS = 6;

  /** Four homes of each site over six quarters, the first two near, opened in the fourth. */
  private static Frame stack() {
    Random random = new Random(11);
    int rows = SITES * 4 * QUARTERS;
    String[] site = new String[rows];
    String[] home = new String[rows];
    double[] quarter = new double[rows];
    double[] near = new double[rows];
    double[] post = new double[rows];
    double[] rate = new double[rows];
    for (int i = 0; i < rows; i++) {
      int unit = i / QUARTERS;
      site[i] = "s" + unit / 4;
      home[i] = "h" + unit;
      quarter[i] = i % QUARTERS;
      near[i] = unit % 4 < 2 ? 1 : 0;
      post[i] = near[i] > 0 && quarter[i] >= 3 ? 1 : 0;
      rate[i] = 0.5 + 0.1 * random.nextGaussian();
    }
    return Frame.empty()
        .with("site", site)
        .with("home", home)
        .with("quarter", quarter)
        .with("treated", near)
        .with("post", post)
        .with("leaving_rate", rate)
        .with("log_staff", rate);
  }

  /** With 40 clusters t has 39 degrees, of which the 95th percentile is 1.6849. */
  @Test
  void shouldRuleOutWhatBothOneSidedTestsReject() {
    RetailEventStudy study = new RetailEventStudy(stack(), Comparison.FARTHER);
    Fit overall = study.overall("leaving_rate");
    double bound =
        Math.abs(overall.coefficient("post").estimate())
            + 1.6849 * overall.coefficient("post").standardError();
    double mean = 0;
    for (double rate : study.stack().numbers("leaving_rate")) {
      mean += rate / study.stack().rows();
    }
    assertThat(study.ruledOut("leaving_rate", overall)).isCloseTo(bound / mean, within(1e-5));
    assertThat(study.ruledOut("log_staff", study.overall("log_staff")))
        .isCloseTo(Math.exp(bound) - 1, within(1e-5));
  }

  /** Of the first 35 sites nobody near is seen after, of one more nobody farther off before. */
  @Test
  void shouldKeepTheSitesThatTellOfTheEffect() {
    Frame all = stack();
    double[] rate = all.numbers("leaving_rate").clone();
    for (int i = 0; i < rate.length; i++) {
      int site = i / (4 * QUARTERS);
      boolean near = all.numbers("treated")[i] > 0;
      boolean after = all.numbers("quarter")[i] >= 3;
      if (site < 35 && near && after || site == 35 && !near && !after) {
        rate[i] = Double.NaN;
      }
    }
    RetailEventStudy study =
        new RetailEventStudy(all.with("leaving_rate", rate), Comparison.FARTHER);
    assertThat(study.telling("log_staff").stack().rows()).isEqualTo(all.rows());
    RetailEventStudy telling = study.telling("leaving_rate");
    assertThat(telling.stack().rows()).isEqualTo(4 * 4 * QUARTERS);
    assertThat(telling.overall("leaving_rate").coefficient("post").estimate())
        .isCloseTo(study.overall("leaving_rate").coefficient("post").estimate(), within(1e-12));
    assertThat(telling.ruledOut("leaving_rate", telling.overall("leaving_rate"))).isNaN();
  }

  @Test
  void shouldSayTheBoundInASentence() {
    assertThat(RetailEventStudy.statement(0.0213))
        .isEqualTo("rules out changes above 2.1% in either direction, at the 5% level");
  }
}

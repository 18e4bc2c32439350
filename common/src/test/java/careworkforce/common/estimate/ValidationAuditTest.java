package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Asks which numbers of the validation library no test has taken: each must match one of the paths
 * below, with the reason why it is not compared. Comes after all other tests; where these have not
 * run in the same JVM, it runs those tagged validation itself.
 */
@Order(Integer.MAX_VALUE)
class ValidationAuditTest {
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("/tolerance$|/atol$", "a tolerance, where digits printed are held to instead"),
          Map.entry(
              "^(0[127]|1[03]).*/cross_check/", "one computation of the reference less another"),
          Map.entry(
              "^12.*/cross_check/(exact_rank|fixest|lsdv_coef|ppml)",
              "what the reference counted otherwise, and its own differences"),
          Map.entry(
              "^(03|05|06|07|08|09|16|17)[^/]*/.*/r2(_within)?$",
              "of instrumented models: fixest's takes other residuals than ivreg2's and ours"),
          Map.entry(
              "^(07|10|12|15|21|22)[^/]*/models/[^/]*(logit|ppml)[^/]*/vcov/.*/df_t$",
              "inference of likelihoods is normal here and there; p-values and ends are compared"),
          Map.entry(
              "_Kexact/(pvalue|ci95|df_t|G)",
              "fixest's K.exact is not the rank: matrices are compared after setting K right"),
          Map.entry("/fitstat(_fixest)?/(ivf1|ivwald1)::[^/]*/(p|df1|df2)$", "follow from the F"),
          Map.entry("/(wh|Wu-Hausman)/", "no endogeneity test is offered"),
          Map.entry("/AER_diagnostics/(Sargan|Weak instruments)/", "the same as fixest's fitstat"),
          Map.entry("/fitstat_fixest/kpr/", "not to be used (fixest issue 161)"),
          Map.entry("/ivmodel/(Fuller|CLR_ci)", "neither is offered"),
          Map.entry("^03.*/published/values/ols.*/null$", "log likelihood of the constant alone"),
          Map.entry(
              "^11.*/(max_abs_score|min_mu)$", "how well the reference's own fit had converged"),
          Map.entry("^11.*/fixest_simple_check_dropped$", "a known defect of the reference"),
          Map.entry(
              "^11.*/(coef|se_iid_no_adj)/\\(Intercept\\)$",
              "beside effects: the reference's choice of a base level"),
          Map.entry(
              "^11.*/models/#7/.*(coef|se_iid_no_adj)/",
              "08.csv: an arbitrary split of a difference, which is compared"),
          Map.entry(
              "^16.*/models/iv_[^/]*/p/(Homoscedastic|EHW|Reg. cluster)$",
              "from errors without the small-sample factor; errors and ends are compared with it"),
          Map.entry("^18.*/WCU_", "the unrestricted bootstrap is not offered"),
          Map.entry("^18.*/WCR_p_(lower|upper)$", "one-sided tests are not offered"),
          Map.entry(
              "^19.*/twofold_oaxaca_package/rows/#\\d/#[2468]$",
              "errors by a bootstrap of few draws without a recorded seed"),
          Map.entry("^20.*/crude_inits/", "where the reference's optimiser starts"),
          Map.entry(
              "^21.*/(se_mle|se_cluster_person_noadj|coef)/factor\\(k\\)14$",
              "runs off to minus infinity: its rows are separated and dropped"));

  @Test
  void shouldCompareEveryNumberOrSayWhyNot() {
    assertThat(ValidationCase.all()).hasSize(22);
    if (!notCompared().isEmpty()) {
      run();
    }
    assertThat(notCompared()).as("numbers that no test compares").isEmpty();
    Set<String> idle = new TreeSet<>(LEFT_OUT.keySet());
    idle.removeIf(path -> unread().stream().anyMatch(p -> Pattern.compile(path).matcher(p).find()));
    assertThat(idle).as("reasons that excuse nothing").isEmpty();
  }

  private static void run() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherDiscoveryRequest all =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage(ValidationAuditTest.class.getPackageName()))
            .filters(includeTags("validation"))
            .build();
    LauncherFactory.create().execute(all, summary);
    assertThat(summary.getSummary().getTestsFailedCount()).isZero();
  }

  private static Set<String> notCompared() {
    Set<String> left = unread();
    LEFT_OUT.keySet().stream()
        .map(Pattern::compile)
        .forEach(pattern -> left.removeIf(path -> pattern.matcher(path).find()));
    return left;
  }

  private static Set<String> unread() {
    Set<String> left = new TreeSet<>();
    for (String name : ValidationCase.all()) {
      left.addAll(ValidationReads.numbers(ValidationCase.open(name).expected(), name));
    }
    left.removeIf(ValidationReads::read);
    return left;
  }
}

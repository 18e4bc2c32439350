package careworkforce.pipelines.bronze.ascwds;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.CareWorker;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.Job;
import careworkforce.pipelines.synthetic.care.LeaverExtract;
import careworkforce.pipelines.synthetic.care.Registrations;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AscwdsLeaverWriterTest {
  private static final WorldSettings WORLD = WorldSettings.of(Settings.defaults());
  private static final Employer HOME = Employer.of(WORLD, 3);

  /** Born in 1988, gone on 7 September 2014. */
  private static List<String> cells(Month extract) {
    CareWorker worker = new CareWorker(1, "", true, 1988, 31, 826, 2010);
    LocalDate began = LocalDate.of(2013, 5, 1);
    Job job = new Job(29, worker, HOME, 8, began, 214, 190, false, 37, 1, 12);
    StringBuilder row = new StringBuilder();
    new AscwdsLeaverWriter()
        .row(
            new LeaverExtract(
                extract.number(),
                job,
                Registrations.of(WORLD, HOME).all().get(0),
                LocalDate.of(2014, 9, 7),
                "They retired"),
            row);
    return List.of(row.toString().split("\\|", -1));
  }

  @Test
  void shouldLeaveAnArchivedRecordAsItWas() {
    List<String> first = cells(Month.of(2019, 3));
    List<String> last = cells(Month.of(2021, 12));
    int own = AscwdsText.ESTABLISHMENT.size();
    assertThat(first.get(own + JobText.COLUMNS.indexOf("age"))).isEqualTo("26");
    assertThat(last.subList(own, last.size())).isEqualTo(first.subList(own, first.size()));
  }
}

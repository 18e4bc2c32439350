package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.job.Transform;
import careworkforce.common.lineage.ColumnLineage;
import careworkforce.common.table.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From which columns each job's columns come, as a night tells it of every job of the programme.
 */
@Tag("slow")
class ColumnsOfJobsTest {
  private static final Settings SETTINGS = Settings.defaults();

  static Stream<Transform> transforms() {
    return EmptyInputsTest.transforms();
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void shouldBeToldOfEveryColumnOfTheContract(Transform job) {
    assertThat(ColumnLineage.of(job, Sparks.session(), SETTINGS).columns().keySet())
        .containsExactlyInAnyOrderElementsOf(
            job.writes().fields().stream().map(Field::name).toList());
  }
}

package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Schemas;
import careworkforce.common.job.Transform;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmptyInputsTest {

  static Stream<Transform> transforms() {
    return ServiceLoader.load(Job.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(Transform.class::isInstance)
        .map(Transform.class::cast)
        .sorted(Comparator.comparing(t -> t.writes().fullName()));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void shouldReturnExactlyTheContractsColumnsFromEmptyInputs(Transform job) {
    Dataset<Row> rows = job.rows(FakeInputs.of());
    assertThat(Schemas.differences(job.writes(), rows.schema())).isEmpty();
  }
}

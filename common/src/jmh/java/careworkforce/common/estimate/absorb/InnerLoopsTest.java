package careworkforce.common.estimate.absorb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks beside it; {@code -Djmh.include=sweep} chooses some. */
@Tag("bench")
class InnerLoopsTest {
  @Test
  void shouldTimeTheInnerLoops() throws RunnerException {
    var results =
        new Runner(
                new OptionsBuilder()
                    .include("careworkforce.*" + System.getProperty("jmh.include", ""))
                    .forks(1)
                    .jvmArgs("-Xmx1g")
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(2))
                    .build())
            .run();
    assertThat(results).isNotEmpty();
  }
}

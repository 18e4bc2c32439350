package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkUserAppException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each of these would end the tests' own process where the program ends otherwise. */
class EndingTest {
  private static final String DEPLOY_MODE = "spark.submit.deployMode";

  @BeforeEach
  void runByTheCluster() {
    System.setProperty(DEPLOY_MODE, "cluster");
  }

  @AfterEach
  void runByHand() {
    System.clearProperty(DEPLOY_MODE);
  }

  @Test
  void shouldReturnToTheClusterWhatIsDone() {
    assertThatCode(() -> Ending.with(0)).doesNotThrowAnyException();
  }

  @Test
  void shouldTellTheClusterTheExitCodeOfWhatIsNot() {
    assertThatThrownBy(() -> Ending.with(2))
        .isInstanceOf(SparkUserAppException.class)
        .hasMessageContaining("2");
  }
}

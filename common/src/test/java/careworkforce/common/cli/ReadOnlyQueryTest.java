package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import careworkforce.common.Sparks;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

/** What of an error is told as a mistake of the query. */
class ReadOnlyQueryTest {
  private static final String ABORTED = "Job aborted due to stage failure";

  private final ReadOnlyQuery query =
      ReadOnlyQuery.of(Sparks.session(), "SELECT 1", Terminal.CATALOGUE);

  @Test
  void shouldNotTakeABugOfATaskOrAMachineWithoutMemoryForAMistakeOfTheQuery() {
    assertThat(query.mistake(new SparkException(ABORTED, new NullPointerException()))).isEmpty();
    assertThat(query.mistake(new SparkException(ABORTED, new OutOfMemoryError()))).isEmpty();
    assertThat(query.mistake(new IllegalStateException(new SparkException(ABORTED)))).isEmpty();
    assertThat(query.mistake(new IllegalStateException("no"))).isEmpty();
  }

  @Test
  void shouldTakeWhatSparkSaysOfTheQueryForItsMistakeHoweverDeepItLies() {
    for (String wrong :
        new String[] {"SELECT nothing", "SELECT 1 / 0", "SELECT raise_error('x')"}) {
      Throwable told = catchThrowable(() -> Sparks.session().sql(wrong).collectAsList());
      Exception inATask = new IllegalStateException(new SparkException(ABORTED, told));
      assertThat(query.mistake(inATask)).map(UserError::exit).as(wrong).hasValue(Exit.USAGE);
    }
  }
}

package careworkforce.pipelines.synthetic;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the files of a source look like, whichever of its facts they hold. */
public interface DeliveredText extends Serializable {

  /** Name of a month's file; null if none is delivered. */
  @Nullable String file(int month);

  /** What stands before the first row of a month's file, line end included. */
  String header(int month);

  /** Between cells. */
  default char delimiter() {
    return ',';
  }
}

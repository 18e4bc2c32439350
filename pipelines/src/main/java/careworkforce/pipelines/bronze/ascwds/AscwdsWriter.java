package careworkforce.pipelines.bronze.ascwds;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code ascwds_KIND/YYYYMMDD/KIND.csv}: hundreds of columns, of which those of the
 * establishment and the kind's own are filled.
 *
 * @param <F> the facts it writes
 */
abstract class AscwdsWriter<F extends Fact> implements SourceWriter<F> {
  private static final long serialVersionUID = 1L;
  private final String kind;
  private final WideRow newForm;
  private final WideRow oldForm;

  /**
   * A writer.
   *
   * @param kind workplace, worker or leaver
   * @param own columns filled after those of the establishment, in the order of {@link #row}
   */
  AscwdsWriter(String kind, List<String> own) {
    List<String> filled = Stream.concat(AscwdsText.ESTABLISHMENT.stream(), own.stream()).toList();
    this.kind = kind;
    newForm = AscwdsText.row(kind + "_columns.tsv", true, filled);
    oldForm = AscwdsText.row(kind + "_columns.tsv", false, filled);
  }

  private WideRow form(int month) {
    return AscwdsText.newForm(month) ? newForm : oldForm;
  }

  @Override
  public final String folder() {
    return "ascwds_" + kind;
  }

  @Override
  public final @Nullable String file(int month, WorldSettings world) {
    return AscwdsText.file(kind, month, world);
  }

  @Override
  public final String header(int month) {
    return form(month).header();
  }

  @Override
  public final char delimiter(int month) {
    return AscwdsText.delimiter(month);
  }

  @Override
  public final void expand(int month, String row, StringBuilder to) {
    form(month).expand(row, to);
  }
}

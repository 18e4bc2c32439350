package careworkforce.pipelines.bronze.lfs;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.jobs.TwoQuarterRecord;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes a file of two quarters for each quarter that ends them. */
@AutoService(SourceWriter.class)
public final class LfsTwoQuarterWriter implements SourceWriter<TwoQuarterRecord> {
  private static final long serialVersionUID = 1L;
  private static final LfsText TEXT = new LfsText(2);

  @Override
  public Class<TwoQuarterRecord> writes() {
    return TwoQuarterRecord.class;
  }

  @Override
  public String folder() {
    return "lfs_two_quarter";
  }

  @Override
  public char delimiter(int month) {
    return '\t';
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return TEXT.file(month);
  }

  @Override
  public String header(int month) {
    return TEXT.header(month);
  }

  @Override
  public void row(TwoQuarterRecord of, StringBuilder to) {
    TEXT.row(of.record(), to);
  }
}

package careworkforce.pipelines.bronze.lfs;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.jobs.FiveQuarterRecord;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes a file of five quarters for each quarter that ends them. */
@AutoService(SourceWriter.class)
public final class LfsFiveQuarterWriter implements SourceWriter<FiveQuarterRecord> {
  private static final long serialVersionUID = 1L;
  private static final LfsText TEXT = new LfsText(5);

  @Override
  public Class<FiveQuarterRecord> writes() {
    return FiveQuarterRecord.class;
  }

  @Override
  public String folder() {
    return "lfs_five_quarter";
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
  public void row(FiveQuarterRecord of, StringBuilder to) {
    TEXT.row(of.record(), to);
  }
}
